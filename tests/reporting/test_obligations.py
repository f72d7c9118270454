"""What an area owes for a period, and by when."""

from datetime import date

import pytest

from indicators.periods import Quarter
from reporting.context import KnownArea
from reporting.kind_periods import is_asked_in
from reporting.kinds import kinds
from reporting.obligations import FIRST_PERIOD, due_day, to_owed
from reporting.rows import Unit

LPO = KnownArea("lpo-a", "A", "lpo", "pr-nord", frozenset({"2580"}))
REGION = KnownArea("pr-nord", "Nord", "polisregion", "pr-nord", frozenset({"2580"}))
K3, K4 = Quarter(2026, 3), Quarter(2026, 4)


def owed(area, period, started=()):
    return [unit.kind for unit in to_owed([area], period, set(started))]


def test_an_area_owes_its_counts_each_quarter():
    assert owed(LPO, K3, ["lpo-a"]) == ["deltagande", "atgarder", "indikatorer"]
    assert owed(REGION, K3) == ["deltagande", "hinder", "mal"]


def test_what_is_reported_once_a_year_is_owed_with_the_fourth_quarter():
    more = set(owed(LPO, K4)) - set(owed(LPO, K3))
    assert more == {"samverkan", "kartlaggningar"}
    assert set(owed(REGION, K4)) - set(owed(REGION, K3)) == {"resurser", "kompetens"}


def test_an_area_whose_council_has_not_started_owes_no_participation():
    assert "deltagande" not in owed(LPO, K3, ["lpo-b"])
    assert "deltagande" in owed(REGION, K3)


def test_what_comes_when_there_is_something_is_never_owed():
    free = {code for code, kind in kinds().items() if not kind.owed_by}
    assert free == {"handelser", "bedomningar", "exempel"}
    assert not free & {*owed(LPO, K4, ["lpo-a"]), *owed(REGION, K4)}


def test_units_come_area_by_area_and_hold_the_period():
    units = to_owed([REGION, LPO], K3, set())
    assert [unit.area for unit in units] == ["pr-nord"] * 3 + ["lpo-a"] * 2
    assert units[0] == Unit("pr-nord", "deltagande", K3)


def test_nothing_is_owed_of_the_time_before_the_first_whole_quarter():
    assert owed(LPO, Quarter(2023, 4)) == []
    assert Quarter(2024, 1) == FIRST_PERIOD
    assert owed(LPO, FIRST_PERIOD) == ["atgarder", "indikatorer"]


@pytest.mark.parametrize(
    ("period", "due"),
    [
        (Quarter(2026, 1), date(2026, 4, 30)),
        (Quarter(2026, 2), date(2026, 7, 31)),
        (Quarter(2026, 3), date(2026, 10, 31)),
        (Quarter(2026, 4), date(2027, 1, 31)),
    ],
)
def test_a_report_is_due_on_the_last_day_of_the_month_after_its_period(period, due):
    assert due_day(period) == due


def test_a_kind_is_asked_for_in_its_own_periods():
    of = kinds()
    assert is_asked_in(of["atgarder"], K3) and is_asked_in(of["atgarder"], K4)
    assert not is_asked_in(of["resurser"], K3)
    assert is_asked_in(of["resurser"], K4)
