"""Example reports go through the real door: the checks find no error in them, and a file of them
reads back as what they are."""

from dataclasses import replace
from datetime import date

import pytest

from data_access import example_reports
from data_access.report_context import read_context
from indicators.periods import Quarter
from reporting.checks import check
from reporting.delimited import to_csv
from reporting.kinds import kinds
from reporting.obligations import to_owed
from reporting.reading import read_file
from reporting.remarks import Severity
from reporting.rows import Row, Unit
from reporting.values import Gap
from tests.data_access.reporting_door import make_units, to_plain
from tests.viewers import PLAYER

TODAY = date(2026, 11, 15)
# Of an earlier division and of ours; of all kinds and of those of every quarter
PERIODS = [Quarter(2024, 4), Quarter(2025, 4), Quarter(2026, 3)]


@pytest.fixture(params=PERIODS, ids=str)
def context(request, sqlite_engine):
    return read_context(request.param, viewer=PLAYER, today=TODAY)


def test_the_checks_find_no_error_in_them(context):
    found = check(make_units(context), context)
    assert [one for one in found if one.severity is not Severity.INFORMATION] == []


def test_they_are_the_same_each_time_and_whoever_asks(context):
    units = make_units(context)
    assert make_units(context) == units
    area = "lpo-lulea-boden"
    alone = read_context(context.period, viewer=replace(PLAYER, reports=frozenset({area})))
    assert make_units(alone) == {one: rows for one, rows in units.items() if one.area == area}


def test_most_but_not_all_of_what_is_owed_comes(context):
    owed = to_owed(context.areas.values(), context.period, set(context.areas))
    came = make_units(context)
    owing = set(came) - {one for one in came if one.kind == "exempel"}  # which nobody owes
    assert owing < set(owed)
    assert 0.9 < len(owing) / len(owed) < 1
    values = [value for rows in came.values() for row in rows for value in row.values.values()]
    assert 0 < values.count(Gap.MISSING) / len(values) < 0.05


def test_a_council_that_has_not_begun_reports_no_participation(context):
    units = example_reports.to_units(context, {}, set(), {})
    assert not [one for one in units if one.kind == "deltagande" and one.area.startswith("lpo-")]


def test_a_file_of_them_reads_back_as_exactly_the_same(context):
    units = make_units(context)
    found = read_file(to_csv(units, context), lambda _period: context, context.period)
    assert [one for one in found.remarks if one.severity is not Severity.INFORMATION] == []
    assert to_plain(found.units) == to_plain(units)


AMOUNTS = (0.0, 0.1, 1.5, 1234.5, 0.00001, 123456789.12, 1e9, 999999999.999999, 3)
WORDS = ("a;b", 'ett "citat"', "rad ett\nrad två", "=1+1", "’", "1 234", "inget", "å")


def test_an_amount_reads_back_with_all_its_digits(sqlite_engine):
    period = Quarter(2025, 4)
    context = read_context(period, viewer=PLAYER, today=TODAY)
    unit = Unit("pr-nord", "resurser", period)
    code = context.register.of("myndighet", period.last)[0].code
    for amount in AMOUNTS:
        row = Row({"myndighet": code, "arsarbetskrafter": 1, "kronor": amount})
        check_read_back({unit: (row,)}, context)


def test_a_text_reads_back_as_it_was(sqlite_engine):
    period = Quarter(2026, 3)
    context = read_context(period, viewer=PLAYER, today=TODAY)
    unit = Unit("pr-nord", "exempel", period)
    row = {"rubrik": "Rubrik", "metod": "annan", "evidens": "okand"}
    for words in WORDS:
        check_read_back({unit: (Row(row | {"beskrivning": words}),)}, context)


def check_read_back(units, context):
    found = read_file(to_csv(units, context), lambda _period: context, context.period)
    assert to_plain(found.units) == to_plain(units)


def test_every_kind_can_be_written_with_nothing_to_report(sqlite_engine):
    period = Quarter(2025, 4)
    context = read_context(period, viewer=PLAYER, today=TODAY)
    places = {"lpo": "lpo-lulea-boden", "polisregion": "pr-nord"}
    units = {Unit(places[kind.levels[0]], kind.code, period): () for kind in kinds().values()}
    found = read_file(to_csv(units, context), lambda _period: context, period)
    assert found.units == units


@pytest.mark.parametrize(
    ("written", "code"),
    [("Habo", "0643"), ("Håbo", "0305"), ("HABO KOMMUN", "0643"), ("håbo kommun", "0305")],
)
def test_kommuner_that_only_a_ring_tells_apart_are_told_apart(sqlite_engine, written, code):
    period = Quarter(2025, 4)
    context = read_context(period, viewer=PLAYER, today=TODAY)
    owners = [one for one in context.areas.values() if code in one.kommuner]
    area = next(one.code for one in owners if one.level == "lpo")
    unit = Unit(area, "kartlaggningar", period)
    row = Row({"kommun": code, "senaste": date(2024, 3, 31), "nasta": date(2026, 3, 31)})
    data = to_csv({unit: (row,)}, context).decode("utf-8-sig")
    data = data.replace(f";{context.kommuner[code]};2024", f";{written};2024")
    assert written in data
    found = read_file(data.encode(), lambda _period: context, period)
    assert to_plain(found.units) == to_plain({unit: (row,)})
