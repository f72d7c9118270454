"""The SQL of 'as of' and 'as known' equals plain rules written another way."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from data_access import fill
from data_access.assessments import read_assessments
from data_access.connect import writing
from data_access.establishment import to_area_stage
from data_access.migrate import upgrade
from data_access.schema import AREA_ASSESSMENT, COUNCIL, COUNCIL_AREA, COUNCIL_EVENT
from data_access.sqlite import create
from data_access.stages import read_standings
from geodata.division import to_pieces
from indicators.establishment import stage_as_of, to_known_before
from indicators.stages import ALL_STAGES, RANK

FIRST = date(2024, 12, 24)  # a change of division falls within the days that are tried
FIRST_MOMENT = datetime(2023, 1, 1, tzinfo=UTC)
COUNCILS = (1, 2, 3)
PLACES = ("lpo-lulea-boden", "2580", "2582", "lpo-norrmalm", "lpo-norra-innerstaden", "0180")
DAYS = st.integers(0, 15)
QUICK = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
RECORDED = {"recorded_by": "test", "source": "test", "is_example": True}


def day(number):
    return FIRST + timedelta(days=number)


@st.composite
def moments(draw):
    """A moment at the edges of a day too, given in a zone that need not be UTC."""
    clock = draw(st.sampled_from([time(0), time(12), time(23, 59, 59, 999999)]))
    zone = draw(st.sampled_from([UTC, timezone(timedelta(hours=2)), timezone(timedelta(hours=-5))]))
    return datetime.combine(day(draw(DAYS)), clock, tzinfo=UTC).astimezone(zone)


@st.composite
def histories(draw, values):
    """Rows of (owner, value, day, moment, corrected row): a row is corrected once at most."""
    rows, free = [], {}
    for number in range(1, draw(st.integers(0, 10)) + 1):
        owner = draw(st.sampled_from(values[0]))
        corrects = draw(st.sampled_from([None, *free.get(owner, [])]))
        choices = [*values[1], None] if corrects else values[1]
        rows.append((owner, draw(st.sampled_from(choices)), draw(DAYS), draw(moments()), corrects))
        if corrects:
            free[owner].remove(corrects)
        free.setdefault(owner, []).append(number)
    return rows


EVENTS = histories((COUNCILS, ALL_STAGES[:3] + ALL_STAGES[-3:]))
COVERS = st.lists(
    st.tuples(st.sampled_from(COUNCILS), st.sampled_from(PLACES), st.booleans(), DAYS, moments()),
    max_size=8,
)


@pytest.fixture
def bare(empty_engine):
    """A database with facts and three councils without areas or events."""
    if empty_engine.dialect.name == "sqlite":
        create(Path(empty_engine.url.database))
    with writing(empty_engine, chain=None) as connection:
        upgrade(connection)
        fill.sync_facts(connection, "test")
        moment = datetime(2023, 1, 1, tzinfo=UTC)
        rows = [{"code": f"c{n}", "name": f"c{n}", "level": "lokal"} for n in COUNCILS]
        connection.execute(
            insert(COUNCIL), [row | RECORDED | {"recorded_at": moment} for row in rows]
        )
    return empty_engine


class Undo(Exception):
    """Leaves a transaction without keeping what was written."""


def ask(engine, events, covers, question):
    """The answer to the question with the rows in place, which are then taken away again."""
    answer = []
    with pytest.raises(Undo), writing(engine) as connection:
        ids = {}
        for number, (council, stage, effective, moment, corrects) in enumerate(events, start=1):
            row = {
                "council_id": council,
                "stage": stage,
                "effective_on": day(effective),
                "recorded_at": moment,
                "reason": "därför",
                "supersedes": ids.get(corrects),
            }
            done = connection.execute(insert(COUNCIL_EVENT).values(row | RECORDED))
            ids[number] = done.inserted_primary_key[0]
        for council, place, covering, effective, moment in covers:
            row = {
                "council_id": council,
                "area_code": place,
                "covers": covering,
                "effective_on": day(effective),
                "recorded_at": moment,
            }
            connection.execute(insert(COUNCIL_AREA).values(row | RECORDED))
        answer.append(question(connection))
        raise Undo
    return answer[0]


def to_events(rows):
    columns = ["council", "stage", "effective_on", "recorded_at", "supersedes"]
    frame = pd.DataFrame(rows, columns=columns, dtype=object)
    frame["effective_on"] = [day(number) for number in frame["effective_on"]]
    frame["recorded_at"] = pd.to_datetime(frame["recorded_at"], utc=True)
    return frame.assign(id=range(1, len(frame) + 1))


def stage_on_each_day(rows, council, last, known):
    """The rule once more, a day at a time: the stage of each day from FIRST to the last."""
    before = to_known_before(known)
    heard = [(n, row) for n, row in enumerate(rows, start=1) if row[3] < before]
    corrected = {row[4] for _, row in heard}
    live = [
        (row[2], row[3], n, row[1])
        for n, row in heard
        if row[0] == council and n not in corrected and row[1]
    ]
    stages = []
    for number in range(last + 1):
        spoken = sorted(one for one in live if one[0] <= number)
        stages.append(spoken[-1][3] if spoken else None)
    return stages


@QUICK
@given(rows=EVENTS, on=DAYS, known=st.one_of(st.none(), DAYS))
def test_the_plain_rule_equals_a_walk_day_by_day(rows, on, known):
    known_on = None if known is None else day(known)
    found = stage_as_of(to_events(rows), day(on), known_on)
    expected = {}
    for council in COUNCILS:
        stages = stage_on_each_day(rows, council, on, known_on)
        if stages[-1] is not None:
            start = len(stages) - 1
            while start and stages[start - 1] == stages[-1]:
                start -= 1
            expected[council] = (stages[-1], day(start))
    assert {r.council: (r.stage, r.since) for r in found.itertuples()} == expected


@QUICK
@given(rows=EVENTS, on=DAYS, known=st.one_of(st.none(), DAYS))
def test_the_sql_of_stages_equals_the_plain_rule(bare, rows, on, known):
    known_on = None if known is None else day(known)
    covers = [(council, "lpo-lulea-boden", True, 0, FIRST_MOMENT) for council in COUNCILS]
    standings = ask(bare, rows, covers, lambda c: read_standings(c, "lpo", day(on), known_on))
    plain = stage_as_of(to_events(rows), day(on), known_on)
    found = {(int(s.council[1:]), s.stage, s.since) for _, s in standings if s.council}
    assert found == {(row.council, row.stage, row.since) for row in plain.itertuples()}


def covers_on(covers, council, place, number, known):
    """Whether the council covers the place on the day: the last row of the last day says it."""
    heard = [
        (row[3], row[4], n, row[2])
        for n, row in enumerate(covers)
        if row[:2] == (council, place) and row[3] <= number and row[4] < to_known_before(known)
    ]
    return bool(heard) and max(heard)[3]


@QUICK
@given(rows=EVENTS, covers=COVERS, on=DAYS, known=st.one_of(st.none(), DAYS))
def test_the_stage_of_every_area_equals_a_search_through_all_pieces(bare, rows, covers, on, known):
    known_on = None if known is None else day(known)
    levels = ("lpo", "kommun")
    read = ask(
        bare,
        rows,
        covers,
        lambda c: [read_standings(c, level, day(on), known_on) for level in levels],
    )
    best = list(search_all_pieces(rows, covers, on, known_on))
    for level, standings in zip(levels, read, strict=True):
        areas, expected = {}, {}
        for piece, standing in standings:
            areas.setdefault(getattr(piece, level), {}).setdefault(piece, []).append(standing)
        found = {code: to_area_stage(pieces) for code, pieces in areas.items()}
        for piece, rank in best:
            expected.setdefault(getattr(piece, level), []).append(rank)
        assert {code: -1 if one[0] is None else RANK[one[0]] for code, one in found.items()} == {
            code: max(ranks) for code, ranks in expected.items()
        }, level
        assert {code for code, one in found.items() if one[3]} == {
            code for code, ranks in expected.items() if min(ranks) < max(ranks)
        }, level


def search_all_pieces(rows, covers, on, known_on):
    """Each piece with the rank of the best stage there, -1 where no council is."""
    stages = {c: stage_on_each_day(rows, c, on, known_on)[-1] for c in COUNCILS}
    for piece in to_pieces(day(on)).itertuples():
        here = [
            stages[council]
            for council in COUNCILS
            if stages[council]
            and any(covers_on(covers, council, p, on, known_on) for p in (piece.lpo, piece.kommun))
        ]
        yield piece, max((RANK[stage] for stage in here), default=-1)


@QUICK
@given(
    rows=histories((("lpo-lulea-boden", "2580"), (True, False))),
    on=DAYS,
    known=st.one_of(st.none(), DAYS),
)
def test_the_sql_of_assessments_follows_the_same_rule(bare, rows, on, known):
    known_on = None if known is None else day(known)
    found = {}
    with pytest.raises(Undo), writing(bare, chain=None) as connection:
        ids = {}
        for number, (area, value, effective, moment, corrects) in enumerate(rows, start=1):
            row = {
                "area_code": area,
                "prioritised": value,
                "reason": "därför",
                "effective_on": day(effective),
                "recorded_at": moment,
                "supersedes": ids.get(corrects),
            }
            done = connection.execute(insert(AREA_ASSESSMENT).values(row | RECORDED))
            ids[number] = done.inserted_primary_key[0]
        found = read_assessments(connection, day(on), known_on)
        raise Undo
    # the same rule on other words: True → 'ja', False → 'nej'
    words = {True: "ja", False: "nej", None: None}
    plain = stage_as_of(to_events([(r[0], words[r[1]], *r[2:]) for r in rows]), day(on), known_on)
    assert {code: (words[one.prioritised], one.since) for code, one in found.items()} == {
        row.council: (row.stage, row.since) for row in plain.itertuples()
    }
