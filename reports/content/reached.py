"""How many each kind of measure reached in an area: the newest quarter of a report's period."""

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from data_access.released_rates import fetch_newest
from indicators.periods import period_name
from pages.measure_reads import MEASURE, fetch_entries, fetch_measures
from reports.content.asked import Asked
from ui import measure_tables, measure_words
from ui.measure_words import marks
from ui.trend_points import reason_name
from words import _


class Reached(NamedTuple):
    """The `newest` quarter; a row a kind, those that reach most first, as `fetch_measures` has
    them; code → name of the kinds, where one that the register has not stands under its code."""

    asked: Asked
    newest: str
    rows: pd.DataFrame
    names: dict[str, str]

    @property
    def kinds(self) -> list[str]:
        """Codes in the rows' order."""
        return [str(one) for one in self.rows["entry"]]

    @property
    def quarter(self) -> str:
        """The quarter in words."""
        return period_name(self.newest)

    @property
    def is_known(self) -> bool:
        """Whether there is any figure."""
        return bool(self.rows["value"].notna().any())

    def read(self, *split: str) -> pd.DataFrame:
        """The area's rows of the quarter, split further."""
        return _read(self.asked, (self.newest,), *split)


def find(asked: Asked) -> Reached | None:
    """What the release tells; None when it tells nothing of the period."""
    newest = find_newest(asked)
    if newest is None:
        return None
    rows = measure_tables.in_order(_read(asked, (newest,), "quarter")).reset_index(drop=True)
    entries = fetch_entries(viewer=asked.viewer)
    names = {code: code for code in rows["entry"]} | {c: one.name for c, one in entries.items()}
    return Reached(asked, newest, rows, names)


def find_newest(asked: Asked) -> str | None:
    """The newest quarter of the period that the release tells measures of, in any area."""
    held = {"release": asked.release.number, "viewer": asked.viewer}
    newest = fetch_newest(MEASURE, str(asked.last), **held)
    return newest if newest in asked.periods else None


def to_said(asked: Asked) -> str:
    """Which kind reaches most, or why there is nothing to tell (markdown)."""
    found = find(asked)
    if found is None:
        return _("Inga insatser är publicerade för {period} i utgåvan.").format(period=asked.period)
    if not found.is_known:
        return measure_words.nothing(found.rows, asked.place, found.quarter)
    return measure_words.headline(found.rows, found.names, asked.place, found.quarter)


def read_quarters(found: Reached, periods: tuple[str, ...]) -> pd.DataFrame:
    """The area's rows of several quarters, a row each."""
    return _read(found.asked, periods, "quarter")


def to_counts(rows: pd.DataFrame, kinds: list[str], where: Mapping[str, str]) -> list[object]:
    """Each kind's count where the rows are as `where` says, or the word of why there is none."""
    for name, value in where.items():
        rows = rows[rows[name] == value]
    own = {str(row["entry"]): row for row in rows.to_dict("records")}
    return [_to_count(own.get(one)) for one in kinds]


def _to_count(row: Mapping[object, object] | None) -> object:
    if row is None:
        return reason_name("saknas")
    if pd.isna(row["value"]):  # type: ignore[call-overload]
        return reason_name(str(row["reason"])) or marks(row)  # type: ignore[arg-type]
    return int(float(str(row["value"])))


def _read(asked: Asked, periods: tuple[str, ...], *split: str) -> pd.DataFrame:
    held = {"release": asked.release.number, "viewer": asked.viewer}
    found = fetch_measures(asked.area.level, periods, split, **held)
    return found[found["code"] == asked.area.code].reset_index(drop=True)
