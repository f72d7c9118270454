"""All that a form, a file and the checks need to know of a period, for one reporter."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event

from data_access import connect
from data_access.cache import forget_answers
from data_access.council_events import add_event
from data_access.raw.store import raw_engine
from data_access.report_context import read_context, to_units
from data_access.submissions import send, undo
from data_access.viewer import Role, Viewer
from indicators.periods import Quarter, quarters_before
from reporting.kinds import kinds
from reporting.register import Listing
from reporting.rows import Row, Unit
from tests.pace import within
from tests.viewers import COUNTRY, PLAYER

K3 = Quarter(2026, 3)
LULEA = "lpo-lulea-boden"
TODAY = date(2026, 11, 1)


def reporter(*codes, role=Role.RAPPORTOR):
    return Viewer(role, COUNTRY, frozenset(codes), subject="demonstration-test", example=True)


OF_ONE = reporter(LULEA)
OF_REGION = reporter("pr-nord", role=Role.REGIONAL)


ROWS = (Row({"aktor": "polisen", "form": "medlem", "hallna": 3, "deltagit": 2}),)


def report(*units, rows=ROWS, **more):
    given = {"expected": {}, "viewer": PLAYER, "source": "test", "channel": "formular"} | more
    return send(dict.fromkeys(units, rows), **given)


def values(rows):
    return [dict(row.values) for row in rows]


def test_a_reporters_areas_are_those_she_answers_for_on_the_last_day(engine):
    area = read_context(K3, viewer=OF_ONE, today=TODAY).areas[LULEA]
    assert (area.name, area.level, area.region) == ("Luleå-Boden", "lpo", "pr-nord")
    assert area.kommuner == {"2580", "2582"}
    region = read_context(K3, viewer=OF_REGION).areas
    assert region["pr-nord"].level == "polisregion"
    assert region["pr-nord"].region == "pr-nord"
    assert {LULEA, "lpo-umea"} <= set(region)
    assert {area.region for area in region.values()} == {"pr-nord"}


def test_the_division_is_that_of_the_period(sqlite_engine):
    def codes(period):
        return set(read_context(period, viewer=PLAYER).areas)

    new, old = codes(Quarter(2025, 1)), codes(Quarter(2024, 4))
    assert old - new == {"lpo-norrmalm"}
    assert len(new) == 95 + 7 and len(old) == 94 + 7


def test_other_areas_and_all_kommuner_are_known_by_name(sqlite_engine):
    context = read_context(K3, viewer=OF_ONE, today=TODAY)
    assert LULEA not in context.others
    assert context.others["pr-nord"] == "Nord"
    assert len(context.others) == 95 + 7 - 1
    assert len(context.kommuner) == 290 and context.kommuner["2580"] == "Luleå"
    assert context.today == TODAY
    assert context.register.find(Listing.MEASURE, "orossamtal")


def test_who_reports_nothing_has_no_areas_and_is_shown_no_report(engine):
    report(Unit(LULEA, "deltagande", K3))
    reader = Viewer(Role.LASARE, COUNTRY)
    context = read_context(K3, viewer=reader)
    assert not context.areas and not context.stored and not context.earlier
    assert not context.stages


def test_reports_come_newest_of_the_period_and_of_the_eight_quarters_before(engine):
    unit = Unit(LULEA, "deltagande", K3)
    report(unit)
    report(unit, rows=(), expected={unit: 1})
    earlier = [Quarter(2024, 3), Quarter(2026, 2)]
    report(*(unit._replace(period=period) for period in earlier))
    report(unit._replace(period=Quarter(2024, 2)))
    report(unit._replace(area="lpo-umea"))
    context = read_context(K3, viewer=OF_ONE)
    assert context.stored == {unit: ()}
    assert list(context.earlier) == [(LULEA, "deltagande")]
    assert set(context.earlier[LULEA, "deltagande"]) == set(earlier)
    before = context.earlier[LULEA, "deltagande"][Quarter(2026, 2)]
    assert values(before) == [{"aktor": "polisen", "form": "medlem", "hallna": 3, "deltagit": 2}]


def test_what_was_undone_is_not_there(engine):
    unit = Unit(LULEA, "deltagande", K3)
    undo(report(unit), "fel fil", viewer=PLAYER)
    assert read_context(K3, viewer=OF_ONE).stored == {}


def test_stages_are_those_before_the_period(engine):
    council, day = "lokalt-rad-haninge-nynashamn", date(2026, 7, 1)
    viewer = reporter("lpo-haninge-nynashamn")

    def stage():
        return read_context(K3, viewer=viewer).stages.get("lpo-haninge-nynashamn")

    before = stage()
    assert before is not None
    add_event(council, "vilande", day, viewer=PLAYER, source="test")
    assert stage() == before
    add_event(council, "ej-paborjat", day - timedelta(days=1), viewer=PLAYER, source="test")
    assert stage() == ("ej-paborjat", date(2026, 6, 30))


def test_units_are_those_that_the_kinds_levels_may_report(sqlite_engine):
    areas = read_context(K3, viewer=OF_REGION).areas

    def of(code, period):
        return {unit.kind for unit in to_units([areas[code]], period)}

    yearly = {"resurser", "samverkan", "kompetens", "kartlaggningar"}
    assert of(LULEA, K3) | of("pr-nord", K3) == set(kinds()) - yearly
    assert of(LULEA, Quarter(2026, 4)) & yearly == yearly - {"resurser"}
    assert of("pr-nord", Quarter(2026, 4)) & yearly == {"resurser", "kompetens"}


@pytest.mark.parametrize("period", [Quarter(2026, 1), Quarter(2026, 4)])
def test_the_quarters_before_end_with_the_nearest(period):
    found = quarters_before(period, 8)
    assert len(found) == 8 and found == sorted(found)
    assert found[-1].following == period


def test_a_whole_region_is_read_in_few_questions_and_soon(engine):
    areas = read_context(K3, viewer=OF_REGION).areas
    for period in [*quarters_before(K3, 8), K3]:
        units = [unit for unit in to_units(areas.values(), period) if unit.kind == "deltagande"]
        report(*units, recorded_at=datetime(2026, 10, 1, tzinfo=UTC))
    asked = []
    for one in (connect.engine(), raw_engine()):
        event.listen(one, "before_cursor_execute", lambda *given: asked.append(given[2]))
    forget_answers()
    with within(1):
        context = read_context(K3, viewer=OF_REGION)
    assert len(context.stored) == len(areas) and len(context.earlier) == len(areas)
    assert len([sql for sql in asked if sql.lstrip().startswith(("SELECT", "WITH"))]) < 30
