"""What is counted here of a common goal stands beside what the region has reported."""

from datetime import date

import pytest

import clock
from data_access.goals import COUNCILS, SUSPECTED, SUSPECTED_ARE
from data_access.released_rates import fetch_rates
from data_access.viewer import DEMONSTRATIONS, Role
from geodata.division import to_pieces
from indicators.periods import Quarter
from pages.coverage_reads import fetch_counts
from pages.goal_counted_reads import fetch_counted
from tests.data_access.released_country import publish_country
from tests.data_access.released_work import REGIONS, add_work
from tests.pages.conftest import show

READER = DEMONSTRATIONS[Role.LASARE]
NEWEST = Quarter(2026, 3)
SCHOOL, PLANS = "skolans-deltagande", "plan-for-aktuella"


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 25))


def counted(goal):
    return fetch_counted(goal, NEWEST, release=1, viewer=READER)


def meet(area, attended):
    """The social services have come to all."""
    came = {"skolan": attended, "socialtjansten": 3}
    rows = [
        {"aktor": actor, "form": "medlem", "hallna": 3, "deltagit": n} for actor, n in came.items()
    ]
    return ("deltagande", area, str(NEWEST), rows)


def add_reports():
    """Three of the north's councils have met, and the region's own; it tells what it likes."""
    pieces = to_pieces(NEWEST.last)
    north = sorted(set(pieces.loc[pieces["polisregion"] == "pr-nord", "lpo"]))[:3]
    met = [meet(area, attended) for area, attended in zip(north, (3, 2, 0), strict=True)]
    goals = [{"mal": goal, "utfall": 88, "bedomning": "natt"} for goal in (COUNCILS, SCHOOL, PLANS)]
    told = [("mal", "pr-nord", str(NEWEST), goals)]
    add_work([*met, meet("pr-nord", 3), *told])


def test_the_table_says_both_and_nothing_where_nothing_is_counted(filled):
    filled(add_reports)
    page = show("insatser", **{"del": "mal", "dag": "2026-11-25", "region": "pr-nord"})
    table = page.dataframe[0].value
    found = table.set_index("Mål")[["Utfall", "Räknat här"]].astype(object)
    found = found.where(found.notna(), None).apply(tuple, axis=1).to_dict()
    covered, over = fetch_counts(NEWEST.last, "pr-nord", None, viewer=READER)["prioriterade"][:2]
    assert 0 < covered < over
    assert found["Lokala råd i prioriterade områden"] == (88, round(100 * covered / over))
    assert found["Skolan deltar"] == (88, round(100 * 5 / 9))
    assert found["Plan för aktuella individer"] == (88, None)
    assert found["Färre unga misstänkta för grova brott"] == (None, None)


def test_what_a_region_has_no_meetings_for_is_not_counted(filled):
    filled(add_reports)
    assert counted(SCHOOL) == {"pr-nord": 56}
    assert counted(PLANS) == {}
    assert set(counted(COUNCILS)) <= set(REGIONS)


def test_suspected_are_counted_on_what_the_release_tells(filled):
    filled(publish_country)
    asked = ("indikator", SUSPECTED_ARE, "polisregion", ("quarter",))
    rates = fetch_rates(*asked, release=1, viewer=READER).query(f"quarter == '{NEWEST}'")
    told = {one.code: round(10_000 * one.value / one.persons) for one in rates.itertuples()}
    assert counted(SUSPECTED) == told
    assert set(told) == set(REGIONS)
