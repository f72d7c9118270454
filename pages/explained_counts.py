"""Explains counts and rates of a release: what they are counted from, and since which release."""

from typing import NamedTuple

import pandas as pd

from data_access.released_rates import fetch_rates
from data_access.releases import fetch_releases
from data_access.viewer import Viewer
from indicators.protection.names import TOTAL
from reporting.register import Entry
from ui import explained_counts
from ui.explain import Explained
from ui.sheet import release_name
from ui.trend_points import period_name
from words import _

BACK = 12  # releases that are looked through for a change


class Place(NamedTuple):
    """Which figure of an entry: level and code of the area, its name, the period (`2026K3`, or
    `2026`), sex and age group (or 'totalt')."""

    level: str
    code: str
    name: str
    period: str
    sex: str = TOTAL
    age: str = TOTAL


def to_explained(entry: Entry, place: Place, *, rate: bool, viewer: Viewer) -> Explained:
    """The figure in the newest release."""
    release = fetch_releases(viewer=viewer)[0]
    row = _read(entry, place, release.number, viewer)
    name = ", ".join((entry.name, place.name, period_name(place.period)))
    return Explained(
        name,
        explained_counts.to_value(row, rate=rate),
        f"{entry.definition} {entry.counting_rule}".strip(),
        explained_counts.to_basis(row, release.base, release.method, rate=rate),
        period_name(place.period),
        f"{entry.reporter}, {release_name(release.number, release.made_at)}".lstrip(", "),
        explained_counts.to_state(row),
        _to_changed(entry, place, viewer),
    )


def _read(entry: Entry, place: Place, release: int, viewer: Viewer) -> "pd.Series[object] | None":
    """The figure's row of `fetch_rates` in a release; None when it has none."""
    whole = (("quarter", "K" in place.period), ("sex", place.sex != TOTAL))
    wanted = (*whole, ("age_group", place.age != TOTAL))
    split = tuple(name for name, asked in wanted if asked)
    of = (str(entry.listing), entry.code, place.level, split)
    found = fetch_rates(*of, release=release, viewer=viewer)
    if found.empty:
        return None
    period = found["quarter"] if "K" in place.period else found["year"].astype(str)
    own = found[(found["code"] == place.code) & (period == place.period)]
    own = own[(own["sex"] == place.sex) & (own["age_group"] == place.age)]
    return None if own.empty else own.iloc[0]


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
