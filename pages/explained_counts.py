"""Explains counts and rates of a release: what they are counted from, and since which release."""

import pandas as pd

from data_access.releases import Release, fetch_releases
from data_access.viewer import Viewer
from indicators.periods import period_name
from pages.explained_reads import Place, read_row
from reporting.register import Entry
from ui import explained_counts
from ui.explain import Explained
from ui.explained_counts import Per
from ui.sheet import release_name
from words import _

BACK = 12  # releases that are looked through for a change


def to_explained(
    entry: Entry,
    place: Place,
    per: Per,
    *,
    viewer: Viewer,
    release: Release | None = None,
    column: str = "",
) -> Explained:
    """The figure in a release, the newest where none is told: what is shown may be of one before.
    `column` is the one of a table that it stands in."""
    release = release or fetch_releases(viewer=viewer)[0]
    row = read_row(entry, place, release.number, viewer)
    value = explained_counts.to_value(row, per)
    rule = f"{entry.definition} {entry.counting_rule}".strip()
    name = ", ".join((entry.name, place.name, period_name(place.period)))
    return Explained(
        name,
        value,
        explained_counts.to_definition(rule, column),
        explained_counts.to_basis(row, release.base, release.method, per),
        period_name(place.period),
        f"{entry.reporter}, {release_name(release.number, release.made_at)}".lstrip(", "),
        explained_counts.to_state(row, value),
        _to_changed(entry, place, release, viewer),
    )


def _to_changed(entry: Entry, place: Place, shown: Release, viewer: Viewer) -> str:
    """The release that first showed the figure as it is in the one that is shown."""
    until = [one for one in fetch_releases(viewer=viewer) if one.number <= shown.number]
    releases = until[:BACK]
    since, now = releases[0], _to_told(read_row(entry, place, releases[0].number, viewer))
    for release in releases[1:]:
        if _to_told(read_row(entry, place, release.number, viewer)) != now:
            break
        since = release
    else:
        if len(until) > BACK:
            return _("före utgåva {n}").format(n=since.number)
    return release_name(since.number, since.made_at)


def _to_told(row: pd.Series | None) -> tuple[str, str] | None:
    return None if row is None else (str(row["value"]), str(row["reason"]))
