"""The example's goals say what its councils, meetings and youth figures say."""

from datetime import date

import numpy as np
import pytest

from data_access import example_goals
from data_access.example_goals import Region
from data_access.example_reports import is_late
from data_access.report_context import read_context
from indicators.periods import Quarter
from reporting.rows import Row, Unit
from reporting.values import Gap
from tests.data_access.reporting_door import COVERED, make_units
from tests.viewers import PLAYER

PERIOD = Quarter(2026, 3)
EMPTY = Region({}, {}, None)


@pytest.fixture
def units(sqlite_engine):
    return make_units(read_context(PERIOD, viewer=PLAYER, today=date(2026, 11, 15)))


@pytest.fixture
def outcomes(units):
    """(region, goal) → outcome."""
    return {
        (unit.area, row["mal"]): row["utfall"]
        for unit, rows in units.items()
        if unit.kind == "mal"
        for row in (one.values for one in rows)
    }


def attended(units, areas, actor):
    """Per cent of the areas' meetings that the actor came to."""
    rows = [
        row.values
        for unit, of in units.items()
        if unit.kind == "deltagande" and unit.area in areas
        for row in of
        if row.values["aktor"] == actor
    ]
    return 100 * sum(row["deltagit"] for row in rows) / sum(row["hallna"] for row in rows)


def test_what_can_be_counted_is_what_the_other_reports_say(units, outcomes, sqlite_engine):
    areas = read_context(PERIOD, viewer=PLAYER).areas
    for region in {region for region, _goal in outcomes}:
        within = {
            code
            for code, area in areas.items()
            if area.region == region != code and not is_late(area, PERIOD)
        }
        for goal, actor in (
            ("skolans-deltagande", "skolan"),
            ("vardens-deltagande", "halso-och-sjukvarden"),
        ):
            assert abs(outcomes[region, goal] - attended(units, within, actor)) <= 0.5
        share = COVERED.get(region)
        found = outcomes[region, "lokala-rad-etablerade"]
        assert found == (Gap.MISSING if share is None else 100 * share)


def test_suspected_are_counted_per_young_in_the_areas_that_have_reported():
    rows = (Row({"indikator": "misstankta-grova-brott", "k_12_14": 3, "m_15_17": Gap.MISSING}),)
    units = {Unit("lpo-a", "indikatorer", PERIOD): rows}
    region = Region(units, {"lpo-a": 2000, "lpo-b": 9000}, None)
    assert example_goals.to_outcome("farre-misstankta", region, 0) == 15


def test_suspected_are_told_without_decimals_that_would_tell_the_count():
    rows = (Row({"indikator": "misstankta-grova-brott", "k_12_14": 7}),)
    region = Region({Unit("lpo-a", "indikatorer", PERIOD): rows}, {"lpo-a": 4400}, None)
    assert example_goals.to_outcome("farre-misstankta", region, 0) == 16  # of 15.9


@pytest.mark.parametrize(
    "goal",
    ["lokala-rad-etablerade", "skolans-deltagande", "vardens-deltagande", "farre-misstankta"],
)
def test_where_there_is_nothing_to_count_on_the_outcome_is_missing(goal):
    row = example_goals.to_row(goal, EMPTY, 0.5, np.random.default_rng(1)).values
    assert (row["utfall"], row["bedomning"]) == (Gap.MISSING, "kan-inte-bedomas")


@pytest.mark.parametrize(
    ("share", "said"), [(1.0, "natt"), (0.6, "pa-vag"), (0.59, "ej-natt"), (0.0, "ej-natt")]
)
def test_the_regions_judgement_follows_the_target(share, said):
    region = EMPTY._replace(covered=share)
    row = example_goals.to_row("lokala-rad-etablerade", region, 0.5, np.random.default_rng(1))
    assert row.values["bedomning"] == said
