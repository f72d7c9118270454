"""An area's counted indicators in short: newest figure, what it was, whether that may be chance."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from data_access.cache import cached
from data_access.viewer import Viewer
from indicators.periods import Quarter, quarters_before, year_before
from indicators.protection.names import Reason
from indicators.signals.breaks import find_since
from indicators.signals.difference import may_be_chance, to_count
from pages.trend_every_reads import fetch_every_series
from pages.trend_reads import Cut, fetch_entries, fetch_rule_cuts
from reporting.register import Entry

SHOWN = 20  # quarters


class Short(NamedTuple):
    """An indicator of an area: code, name, rates of the quarters in order (None where there is
    none, or where it was counted in another way), the newest with a figure and what is to be known
    of it, a year before it, and whether the change may be chance (both None where nothing can be
    compared)."""

    code: str
    name: str
    rates: tuple[float | None, ...]
    newest: dict[str, object]
    before: float | None = None
    chance: bool | None = None


class Shorts(NamedTuple):
    """The indicators with a figure, and the names of those whose figures are all protected."""

    shown: tuple[Short, ...]
    protected: tuple[str, ...] = ()


@cached
def fetch_shorts(
    code: str, level: str, last: str, shown: int = SHOWN, *, release: int, viewer: Viewer
) -> Shorts:
    """Every indicator of the area in the `shown` quarters up to `last`."""
    quarters = quarters_before(Quarter.parse(last).following, shown)
    periods = tuple(str(one) for one in quarters)
    series = fetch_every_series(level, periods, release=release, viewer=viewer)
    own = dict(iter(series[series["code"] == code].groupby("entry")))
    entries = [one for one in fetch_entries(viewer=viewer).values() if one.code in own]
    known = {one.code for one in entries if own[one.code]["per_10_000"].notna().any()}
    hidden = [one for one in entries if one.code not in known and _is_protected(own[one.code])]
    return Shorts(
        tuple(
            _to_short(one, own[one.code], fetch_rule_cuts(one.code, viewer=viewer))
            for one in entries
            if one.code in known
        ),
        tuple(one.name for one in hidden),
    )


def _is_protected(series: pd.DataFrame) -> bool:
    return bool((series["rate_reason"] == Reason.PROTECTED).any())


def _to_short(entry: Entry, series: pd.DataFrame, cuts: Sequence[Cut]) -> Short:
    known = series[series["per_10_000"].notna()]
    now = known.iloc[-1]
    since = find_since((one.at for one in cuts), now["period"])
    alike = known[[since is None or Quarter.parse(one) >= since for one in known["period"]]]
    rates = dict(zip(alike["period"], alike["per_10_000"].astype(float), strict=True))
    newest = now.to_dict() | {"preliminary": now["reason"] == "preliminart"}
    short = Short(entry.code, entry.name, tuple(map(rates.get, series["period"])), newest)
    then = alike[alike["period"] == year_before(now["period"])]
    if then.empty:
        return short
    chance = may_be_chance(to_count(now), to_count(then.iloc[0]))
    return short._replace(before=float(then.iloc[0]["per_10_000"]), chance=chance)
