"""Explains counts and rates of a release: what they are counted from, and since which release."""

from typing import NamedTuple

import pandas as pd

from data_access.released_rates import fetch_listed, fetch_rates
from data_access.releases import fetch_releases
from data_access.viewer import Viewer
from indicators.protection.names import TOTAL
from reporting.register import Entry
from ui import explained_counts
from ui.explain import Explained
from ui.explained_counts import Per
from ui.sheet import release_name
from ui.trend_points import period_name
from words import _

BACK = 12  # releases that are looked through for a change


class Place(NamedTuple):
    """Which figure of an entry: level and code of the area, its name, the period (`2026K3`, or
    `2026`), sex and age group (or 'totalt'), and of a part of a year the `quarters` of it."""

    level: str
    code: str
    name: str
    period: str
    sex: str = TOTAL
    age: str = TOTAL
    quarters: tuple[str, ...] = ()


def to_explained(
    entry: Entry, place: Place, per: Per, *, viewer: Viewer, column: str = ""
) -> Explained:
    """The figure in the newest release; `column` is the one of a table that it stands in."""
    release = fetch_releases(viewer=viewer)[0]
    row = _read(entry, place, release.number, viewer)
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
        _to_changed(entry, place, viewer),
    )


def _read(entry: Entry, place: Place, release: int, viewer: Viewer) -> "pd.Series[object] | None":
    """The figure's row of `fetch_rates` in a release; None when it has none."""
    whole = (("quarter", "K" in place.period), ("sex", place.sex != TOTAL))
    wanted = (*whole, ("age_group", place.age != TOTAL))
    split = tuple(name for name, asked in wanted if asked)
    found = _fetch(entry, place, split, release, viewer)
    if found.empty:
        return None
    period = found["quarter"] if "K" in place.period else found["year"].astype(str)
    own = found[(found["code"] == place.code) & (period == place.period)]
    own = own[(own["sex"] == place.sex) & (own["age_group"] == place.age)]
    return None if own.empty else own.iloc[0]


def _fetch(
    entry: Entry, place: Place, split: tuple[str, ...], release: int, viewer: Viewer
) -> pd.DataFrame:
    listing, held = str(entry.listing), {"release": release, "viewer": viewer}
    if not place.quarters:
        return fetch_rates(listing, entry.code, place.level, split, **held)
    found = fetch_listed(listing, place.level, split, place.quarters, **held)
    return found[found["entry"] == entry.code]


def _to_changed(entry: Entry, place: Place, viewer: Viewer) -> str:
    """The release that first showed the figure as it is now."""
    releases = fetch_releases(viewer=viewer)[:BACK]
    since, now = releases[0], _to_told(_read(entry, place, releases[0].number, viewer))
    for release in releases[1:]:
        if _to_told(_read(entry, place, release.number, viewer)) != now:
            break
        since = release
    else:
        if len(releases) == BACK:
            return _("före utgåva {n}").format(n=since.number)
    return release_name(since.number, since.made_at)


def _to_told(row: "pd.Series[object] | None") -> tuple[str, str] | None:
    return None if row is None else (str(row["value"]), str(row["reason"]))
