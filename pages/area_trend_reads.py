"""An area's counted indicators in short: newest figure, what it was, whether that may be chance."""

from typing import NamedTuple

import pandas as pd

from data_access.cache import cached
from data_access.viewer import Viewer
from indicators.periods import Quarter, quarters_before
from indicators.signals.difference import Count, may_be_chance
from pages.trend_every_reads import fetch_every_series
from pages.trend_reads import fetch_entries

SHOWN = 20  # quarters


class Short(NamedTuple):
    """An indicator of an area: code, name, rates of the quarters in order (None where there is
    none), the newest with a figure, a year before it, whether the change may be chance (None where
    nothing can be compared), and what is to be known of the newest."""

    code: str
    name: str
    rates: tuple[float | None, ...]
    newest: dict[str, object]
    before: float | None
    chance: bool | None


@cached
def fetch_shorts(
    code: str, level: str, last: str, shown: int = SHOWN, *, release: int, viewer: Viewer
) -> tuple[Short, ...]:
    """Every indicator of the area that has a figure in the `shown` quarters up to `last`."""
    quarters = quarters_before(Quarter.parse(last).following, shown)
    periods = tuple(str(one) for one in quarters)
    series = fetch_every_series(level, periods, release=release, viewer=viewer)
    own = dict(iter(series[series["code"] == code].groupby("entry")))
    return tuple(
        _to_short(entry.code, entry.name, own[entry.code])
        for entry in fetch_entries(viewer=viewer).values()
        if entry.code in own and own[entry.code]["per_10_000"].notna().any()
    )


def _to_short(code: str, name: str, series: pd.DataFrame) -> Short:
    rates = tuple(None if pd.isna(one) else float(one) for one in series["per_10_000"])
    known = series[series["per_10_000"].notna()]
    now = known.iloc[-1]
    newest = now.to_dict() | {"preliminary": now["reason"] == "preliminart"}
    year_before = f"{int(now['period'][:4]) - 1}{now['period'][4:]}"
    then = known[known["period"] == year_before]
    if then.empty:
        return Short(code, name, rates, newest, None, None)
    chance = may_be_chance(_to_count(now), _to_count(then.iloc[0]))
    return Short(code, name, rates, newest, float(then.iloc[0]["per_10_000"]), chance)


def _to_count(row: "pd.Series[float]") -> Count:
    return Count(*(float(row[name]) for name in ("value", "persons", "below", "above")))
