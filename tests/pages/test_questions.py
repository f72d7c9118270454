"""How many questions pages ask the database: as many whatever the days, hardly any the next time.

Counted is what the page itself asks: not the version, which is read once a second, and not
whether it is example data.
"""

from datetime import date

import pandas as pd
import pytest
from sqlalchemy import Engine, event

import clock
from data_access import cache
from data_access.viewer import DEMONSTRATION as ALL
from data_access.viewer import Role, Viewer
from indicators.periods import Quarter
from pages import map_reads
from pages.figure_reads import fetch_figure_status, fetch_figure_status_on_each
from pages.map_indicator import find_indicator
from pages.reads import fetch_status
from pages.status_reads import fetch_status_on_each
from pages.trend_every_reads import fetch_every_series
from pages.trend_reads import fetch_series
from tests.data_access.released import add_release
from tests.data_access.released_work import OFTEN, add_work
from tests.data_access.released_years import add_years
from tests.pages.conftest import show
from ui.choice import MAP_LEVELS
from ui.map_indicators import indicators_at

TODAY = date(2026, 11, 25)
DAYS = (date(2023, 12, 31), date(2024, 12, 31), date(2025, 1, 1), TODAY)
MOST_EXAMPLES, MOST_AREA, MOST_OVERVIEW = 7, 60, 60
OF_TWO_RELEASES = 6  # what changed between them is told of a region and the country
OF_HOUSE = ("is_example", "SELECT EXISTS", "MAX(id)")
MET = {"aktor": "polisen", "form": "medlem", "hallna": 4, "deltagit": 3}
REPORTS = {
    "deltagande": MET,
    "hinder": {"kategori": "mandat", "niva": "inom", "beskrivning": "Ord"},
    "exempel": {"rubrik": "A", "metod": "annan", "evidens": "okand", "beskrivning": "B"},
    "kompetens": {"behov": "A", "gjort": "B"},
    "mal": {"mal": "skolans-deltagande", "utfall": 50, "bedomning": "pa-vag"},
}


@pytest.fixture
def asked():
    """The statements of every database, from the last `clear()` on."""
    found = []

    def note(*told):
        if "FROM" in told[2] and not any(sign in told[2] for sign in OF_HOUSE):
            found.append(told[2])

    event.listen(Engine, "before_cursor_execute", note)
    yield found
    event.remove(Engine, "before_cursor_execute", note)


@pytest.fixture
def on_the_day(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def tell(quarters, number=1):
    """A release of one report of each kind in each of the quarters, of an area and a region."""
    add_work(
        [
            (kind, area, str(quarter), [row])
            for quarter in quarters
            for kind, row in REPORTS.items()
            for area in ("lpo-jarva", "pr-stockholm")
        ],
        {OFTEN: 24},
        number=number,
    )


def count(asked, page):
    """How many questions a run of the page asks when nothing is kept."""
    cache.forget_answers()
    asked.clear()
    page.run()
    assert not page.exception
    return len(asked)


PAGES = (
    ("exempel", {}, MOST_EXAMPLES),
    ("exempel", {"innehall": "kompetens"}, MOST_EXAMPLES),
    ("omrade", {"omrade": "lpo-jarva"}, MOST_AREA),
    ("omrade", {"omrade": "pr-stockholm", "niva": "polisregion"}, MOST_AREA),
    ("omrade", {"omrade": "01", "niva": "lan"}, MOST_AREA),
    ("omrade", {"omrade": "se"}, MOST_AREA),
    ("oversikt", {}, MOST_OVERVIEW),
)


def test_a_page_asks_as_much_whatever_is_told(example_data_of_own, on_the_day, asked):
    tell(Quarter.range(Quarter(2026, 2), Quarter(2026, 3)))
    opened = [show(page, dag=TODAY.isoformat(), **asked_for) for page, asked_for, _most in PAGES]
    few = [count(asked, page) for page in opened]
    tell(Quarter.range(Quarter(2024, 1), Quarter(2026, 3)), number=2)
    for before, page, (name, asked_for, most) in zip(few, opened, PAGES, strict=True):
        assert before <= most, (name, asked_for)
        assert count(asked, page) <= before + OF_TWO_RELEASES, (name, asked_for)


def test_a_change_asks_for_what_is_new_alone(example_data_of_own, on_the_day, asked):
    tell([Quarter(2026, 3)])
    for name, first, change in (
        ("exempel", {}, {"sok": "ord"}),
        ("omrade", {"omrade": "lpo-jarva"}, {"omrade": "lpo-rinkeby"}),
        ("oversikt", {}, {"region": "pr-nord"}),
    ):
        opened = show(name, dag=TODAY.isoformat(), **first)
        whole = count(asked, opened)
        asked.clear()
        opened.run()
        assert asked == [], name
        for parameter, value in change.items():
            opened.query_params[parameter] = value
        opened.run()
        assert not opened.exception
        assert len(asked) <= whole / 3, (name, len(asked), whole)


def to_kinds_by_the_day(indicator, level, on, smooth, viewer):
    """An area's class, from the status of that day alone."""
    own = indicator in indicators_at(level)
    of_day = fetch_status if own else fetch_figure_status
    more = () if own else (smooth,)
    classify = find_indicator(indicator, level, smooth, viewer=viewer).classify
    rows = of_day(indicator, level, on, *more, viewer=viewer).to_dict("records")
    return {row["code"]: (row["name"], classify(row)) for row in rows}


@pytest.mark.parametrize(
    ("level", "scope"),
    [*((level, "se") for level in MAP_LEVELS), ("lpo", "pr-nord"), ("kommun", "pr-nord")],
)
def test_the_slider_s_steps_are_what_each_day_is(example_data, level, scope):
    viewer = Viewer(Role.LASARE, frozenset({scope}))
    for indicator in indicators_at(level):
        found = map_reads.fetch_kinds(indicator, level, DAYS, viewer=viewer)
        statuses = fetch_status_on_each(indicator, level, DAYS, viewer=viewer)
        for day in DAYS:
            expected = to_kinds_by_the_day(indicator, level, day, False, viewer)
            assert found[day] == expected
            of_day = fetch_status(indicator, level, day, viewer=viewer)
            columns = list(statuses[day].columns)
            pd.testing.assert_frame_equal(statuses[day], of_day[columns])


def test_a_counted_indicator_s_steps_are_what_each_day_is(example_data_of_own):
    add_release()
    asked = ("misstankta-grova-brott", "lpo")
    for smooth in (False, True):
        found = fetch_figure_status_on_each(*asked, DAYS, smooth, viewer=ALL)
        for day in DAYS:
            own = fetch_figure_status(*asked, day, smooth, viewer=ALL)
            pd.testing.assert_frame_equal(found[day].reset_index(drop=True), own)


@pytest.mark.parametrize(("level", "most"), [("lpo", 14), ("kommun", 14), ("lan", 20)])
def test_the_map_s_packet_asks_as_much_whatever_the_steps(example_data, asked, level, most):
    counts = []
    for today in (date(2024, 3, 31), TODAY):
        cache.forget_answers()
        asked.clear()
        map_reads.fetch_packet(level, today, today, viewer=ALL)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= most, counts


def test_a_counted_indicator_on_the_map_asks_as_much_whatever_the_steps(example_data_of_own, asked):
    add_release()
    counts = []
    for today in (date(2024, 3, 31), TODAY):
        cache.forget_answers()
        asked.clear()
        of = ("misstankta-grova-brott", "lpo", today, today, False)
        map_reads.fetch_counted(*of, viewer=ALL)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 12, counts


def test_the_short_of_an_area_is_that_of_each_indicator_by_itself(example_data_of_own):
    add_years()
    held = {"release": 1, "viewer": ALL}
    periods = tuple(str(one) for one in Quarter.range(Quarter(2022, 1), Quarter(2026, 3)))
    for level in ("lpo", "polisregion"):
        found = fetch_every_series(level, periods, **held)
        assert found["entry"].nunique() == 2
        for entry, own in found.groupby("entry"):
            alone = fetch_series(entry, level, "totalt", "totalt", "kvartal", **held)
            columns = ["code", "period", "value", "per_10_000", "low", "high", "incomplete"]
            known = alone[alone["value"].notna()].reset_index(drop=True)[columns]
            told = own[own["value"].notna()].reset_index(drop=True)[columns]
            pd.testing.assert_frame_equal(told, known)
