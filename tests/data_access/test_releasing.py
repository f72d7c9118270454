"""The release job: what goes in, what is kept of it, and that nothing is published by halves."""

import json
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import event, func, select, update

import settings
from data_access import audit, connect
from data_access import release_command as command
from data_access.approval import approve, unlock
from data_access.audit import Action
from data_access.connect import reading, writing
from data_access.engine import DatabaseUnavailable
from data_access.lease import UnderWay, holding
from data_access.population import fetch_population
from data_access.raw.schema import RELEASED
from data_access.raw.store import reading_raw
from data_access.release_errors import REASONS, STOPPED
from data_access.release_groups import read_groups
from data_access.release_news import News, read_news
from data_access.release_preview import preview_release
from data_access.releasing import JOB, NothingNew, PersonalNote, make_release
from data_access.schema import POPULATION
from data_access.schema_release import LEASE, RELEASE, RELEASED_COUNT
from data_access.scope import NotAllowed
from indicators.periods import Quarter
from indicators.protection.attack import UnsafeRelease
from indicators.protection.group_facts import WholeGroup
from indicators.protection.keys import KeyChanged, NoKey
from indicators.protection.revision import BaseChanged
from indicators.protection.rounding import round_cells
from reporting.kinds import CELLS
from reporting.rows import Row, Unit
from reporting.values import Gap
from tests.data_access.processes import die_at_commit, start
from tests.data_access.reports import (
    FAR,
    MANAGER,
    MEASURES,
    NATIONAL,
    NEAR,
    Q3,
    READER,
    REGIONAL,
    newest,
    sent,
)

OTHER, GAPS = Unit(NEAR, "atgarder", Q3), Unit(FAR, "atgarder", Q3)
OLD = Unit("lpo-norrmalm", "atgarder", Quarter(2024, 3))
SMALL = dict(zip(CELLS, (1, 2, 3, 4, 0, 12), strict=True))


def report(unit=MEASURES, cells=SMALL, note="Två nya grupper"):
    """Sent and approved; unlocked first where something is approved already."""
    held = newest(unit)
    if held:
        unlock([held.id], "Rättas", viewer=NATIONAL)
    sent({unit: (Row({"atgard": "sspf-insats", **cells, "anteckning": note}),)}, viewer=NATIONAL)
    approve([newest(unit).id], viewer=NATIONAL)
    return newest(unit).id


def released(number):
    """(area, sex, age) → count or gap."""
    table = RELEASED_COUNT.c
    asked = select(table.area, table.sex, table.age, table.count, table.gap)
    with reading() as connection:
        rows = connection.execute(asked.where(table.release == number)).all()
    return {
        (area, sex, age): gap if count is None else count for area, sex, age, count, gap in rows
    }


def counts():
    with reading() as connection, reading_raw() as raw:
        return [
            connection.scalar(select(func.count()).select_from(table))
            for table in (RELEASE, RELEASED_COUNT)
        ] + [raw.scalar(select(func.count()).select_from(RELEASED))]


def publish_first():
    """Of two areas."""
    report()
    report(OTHER)
    assert make_release(viewer=NATIONAL) == 1


@pytest.fixture
def published(filled_engine):
    return filled_engine(publish_first)


@pytest.fixture
def published_on_sqlite(filled_sqlite):
    filled_sqlite(publish_first)
    return connect.engine()


def publish_various():
    """Small counts; gaps; what is not approved; an area of an earlier division."""
    report()
    report(GAPS, SMALL | {"k_12_14": Gap.MISSING, "k_15_17": Gap.NOT_APPLICABLE})
    sent({OTHER: (Row({"atgard": "sspf-insats", **SMALL}),)}, viewer=REGIONAL)
    report(OLD)
    assert make_release(viewer=NATIONAL) == 1


@pytest.fixture
def various(filled_engine):
    filled_engine(publish_various)


def test_small_counts_are_0_or_5_and_the_rest_as_reported(various):
    told = {key: count for key, count in released(1).items() if key[0] == MEASURES.area}
    assert len(told) == 6
    assert told[MEASURES.area, "man", "15-17"] == 0
    assert told[MEASURES.area, "man", "18-20"] == 12
    assert {value for key, value in told.items() if value != 12} <= {0, 5}


def test_a_gap_is_told_as_it_was_reported_and_never_as_zero(various):
    told = released(1)
    assert told[GAPS.area, "kvinna", "12-14"] == "saknas"
    assert told[GAPS.area, "kvinna", "15-17"] == "ej-tillampligt"


def test_what_is_not_approved_is_not_in_it_and_an_area_of_an_earlier_division_is(various):
    assert {area for area, *_ in released(1)} == {MEASURES.area, GAPS.area, OLD.area}


def test_a_revision_changes_what_changed_and_nothing_else(published):
    report(OTHER, SMALL | {"k_12_14": 40}, "Rättat")
    assert make_release(viewer=NATIONAL) == 2
    before, after = released(1), released(2)
    changed = {key for key in before if before[key] != after[key]}
    assert changed == {(NEAR, "kvinna", "12-14")}
    assert after[NEAR, "kvinna", "12-14"] == 40


def test_a_count_that_comes_back_is_told_as_it_was_the_first_time(published):
    report(cells=dict.fromkeys(CELLS, 30), note="Fel")
    make_release(viewer=NATIONAL)
    report(note="Rätt igen")
    make_release(viewer=NATIONAL)
    assert released(3) == released(1)
    assert released(2) != released(1)


def test_the_next_release_says_what_it_would_bring_and_nothing_new_makes_none(engine):
    with pytest.raises(NothingNew) as never:
        make_release(viewer=NATIONAL)
    assert never.value.number == 0
    report()
    assert read_news(viewer=NATIONAL) == News(1, 0, 0, 1)
    make_release(viewer=NATIONAL)
    assert not read_news(viewer=NATIONAL).is_any
    before = counts()
    with pytest.raises(NothingNew) as again:
        make_release(viewer=NATIONAL)
    assert again.value.number == 1
    assert counts() == before
    report(OTHER)
    report(cells=dict.fromkeys(CELLS, 30), note="Rättat")
    assert read_news(viewer=NATIONAL) == News(1, 1, 0, 2)
    with pytest.raises(NotAllowed):
        read_news(viewer=REGIONAL)


def test_what_is_offered_can_be_made_when_only_words_have_changed(published_on_sqlite):
    report(note="Samma antal, annan anteckning")
    assert read_news(viewer=NATIONAL) == News(0, 1, 0, 2)
    assert preview_release(viewer=NATIONAL).is_safe
    assert make_release(viewer=NATIONAL) == 2
    assert released(2) == released(1)
    assert not read_news(viewer=NATIONAL).is_any
    with pytest.raises(NothingNew):
        make_release(viewer=NATIONAL)


def test_the_command_says_in_swedish_why_nothing_was_made(sqlite_engine, capsys):
    report()
    with holding(JOB):
        assert command.main(["--note", "Tredje kvartalet"]) == 1
    assert "Ingen utgåva gjordes: någon annan gör en just nu." in capsys.readouterr().err
    assert command.main(["--note", "anna.berg@kommun.se"]) == 1
    assert "anteckningen ser ut att peka ut en person" in capsys.readouterr().err
    assert command.main([]) == 0


def test_the_command_has_words_for_every_reason():
    reasons = {REASONS[one] for one in STOPPED} - {"nothing-new"}
    assert all(command._to_words(one).endswith(".") for one in reasons)


def test_only_the_national_coordinator_publishes_and_a_refusal_is_noted(sqlite_engine):
    report()
    for number, viewer in enumerate([READER, REGIONAL, MANAGER], start=1):
        with pytest.raises(NotAllowed):
            make_release(viewer=viewer)
        assert counts() == [0, 0, 0], viewer
        noted = audit.search_audit(viewer=MANAGER)
        assert (noted["action"] == str(Action.REFUSAL)).sum() == number, viewer


def test_a_release_leaves_an_audit_row_without_counts(published):
    rows = audit.search_audit(viewer=MANAGER)
    row = rows[rows["action"] == str(Action.RELEASE)].iloc[0]
    assert row["what"] == "utgåva 1"
    assert set(json.loads(row["after"])) == {"id", "base", "method", "cells", "input_digest"}


def test_a_note_that_points_out_a_person_is_refused_before_anything_is_done(sqlite_engine):
    report()
    for note in ("Frågor: anna.berg@kommun.se", "Ring 070-123 45 67", "Gäller 19811228-9874"):
        with holding(JOB), pytest.raises(PersonalNote):
            make_release(viewer=NATIONAL, note=note)
        assert counts() == [0, 0, 0], note
    assert make_release(viewer=NATIONAL, note="Region Öst saknas till och med 2026-09-30") == 1


def test_a_job_that_is_refused_or_stopped_on_its_way_publishes_nothing(sqlite_engine, monkeypatch):
    report()
    with holding(JOB), pytest.raises(UnderWay):  # a second one at the same time
        make_release(viewer=NATIONAL)
    assert counts() == [0, 0, 0]

    def stop(_done, _of):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_release(viewer=NATIONAL, tell=stop)
    assert counts() == [0, 0, 0]

    def away(*_arguments):
        raise DatabaseUnavailable("away")

    with monkeypatch.context() as patch, pytest.raises(DatabaseUnavailable):
        patch.setattr("data_access.releasing.note_released", away)
        make_release(viewer=NATIONAL)
    assert counts() == [0, 0, 0]
    told = []
    assert make_release(viewer=NATIONAL, tell=lambda *step: told.append(step)) == 1
    assert told == [(0, 1), (1, 1)]


def test_a_full_disk_at_publishing_publishes_nothing(published):
    report(cells=dict.fromkeys(CELLS, 30), note="Rättat")
    before = counts()

    def full(_connection, _cursor, statement, *_more):
        if statement.startswith("INSERT INTO released_count"):
            raise OSError(28, "No space left on device")

    event.listen(published, "before_cursor_execute", full)
    try:
        with pytest.raises(OSError, match="No space left"):
            make_release(viewer=NATIONAL)
    finally:
        event.remove(published, "before_cursor_execute", full)
    assert counts()[:2] == before[:2]


def _publish_and_die():
    """In a process of its own: killed when the counts are written and about to be kept."""
    die_at_commit(
        lambda: make_release(viewer=NATIONAL),
        lambda connection: connection.scalar(select(func.count()).select_from(RELEASED_COUNT)),
    )


def test_a_job_that_is_killed_at_its_last_moment_publishes_nothing(engine):
    report()
    process = start(_publish_and_die)
    process.join(60)
    assert process.exitcode == 9
    assert counts()[:2] == [0, 0]
    with pytest.raises(UnderWay):  # until the lease of the killed one ends by itself
        make_release(viewer=NATIONAL)
    with writing() as connection:
        connection.execute(update(LEASE).values(until=datetime.now(UTC)))
    assert make_release(viewer=NATIONAL) == 1


def test_another_key_is_refused_since_two_roundings_tell_more_than_one(
    published_on_sqlite, monkeypatch
):
    report(GAPS)
    monkeypatch.setenv("BOB_PROTECTION_KEY", "k" * 40)
    settings.load.cache_clear()
    with pytest.raises(KeyChanged):
        make_release(viewer=NATIONAL)


def test_another_base_is_refused_for_what_is_released(published_on_sqlite, monkeypatch):
    report(GAPS)
    monkeypatch.setenv("BOB_PROTECTION_BASE", "10")
    settings.load.cache_clear()
    with pytest.raises(BaseChanged):
        make_release(viewer=NATIONAL)


@pytest.mark.parametrize("text", ["off", ""])
def test_a_base_that_is_not_understood_is_5_and_never_none(sqlite_engine, monkeypatch, text):
    monkeypatch.setenv("BOB_PROTECTION_BASE", text)
    settings.load.cache_clear()
    report()
    make_release(viewer=NATIONAL)
    with reading() as connection:
        assert connection.scalar(select(RELEASE.c.base)) == 5


@pytest.mark.parametrize("key", ["", "k" * 31])
def test_real_reports_are_not_published_without_a_long_key(sqlite_engine, monkeypatch, key):
    report()
    monkeypatch.setenv("BOB_PROTECTION_KEY", key)
    monkeypatch.setenv("BOB_OIDC_METADATA_URL", "https://idp.test/.well-known/openid-configuration")
    settings.load.cache_clear()
    with pytest.raises(NoKey, match="32 bytes"):
        make_release(viewer=NATIONAL)


def test_a_release_that_tells_too_much_is_not_published(sqlite_engine, monkeypatch):
    """A rounding that leaves a small count as it is must be found by the audit."""
    report()

    def leak(cells, key, base, told):
        protected = round_cells(cells, key, base, told)
        return protected.assign(value=protected["value"].where(cells["count"] != 3, 3))

    monkeypatch.setattr("data_access.release_plan.round_cells", leak)
    with pytest.raises(UnsafeRelease):
        make_release(viewer=NATIONAL)
    assert counts() == [0, 0, 0]


def test_a_count_that_is_told_in_two_ways_is_not_published(published_on_sqlite, monkeypatch):
    report(GAPS)

    def anew(cells, key, base, told):
        protected = round_cells(cells, key, base, told)
        small = cells["count"].between(1, 4) & (cells["part"] == MEASURES.area)
        return protected.assign(value=protected["value"].where(~small, 5 - protected["value"]))

    monkeypatch.setattr("data_access.release_plan.round_cells", anew)
    with pytest.raises(UnsafeRelease, match="two-roundings"):
        make_release(viewer=NATIONAL)
    assert counts()[0] == 1


def live(engine, kommun, persons):
    """Make the kommun's women of 12–14 so many: no facts of ours are as small as that."""
    with writing(engine) as connection:
        group = (POPULATION.c.sex == "kvinna", POPULATION.c.age_group == "12-14")
        row = update(POPULATION).where(POPULATION.c.area.in_(kommun), *group)
        connection.execute(row.values(persons=persons))


@pytest.mark.parametrize(("persons", "refused"), [(20, True), (21, False)])
def test_a_group_that_is_told_of_as_a_whole_is_not_published(sqlite_engine, persons, refused):
    """The lokalpolisområde has two kommuner, and 40 women of 12–14."""
    live(sqlite_engine, ("2580", "2582"), persons)
    report(cells=SMALL | {"k_12_14": 40})
    if not refused:
        assert make_release(viewer=NATIONAL) == 1
        return
    with pytest.raises(WholeGroup, match="atgard:sspf-insats × lpo-lulea-boden × 2026K3 × kvinna"):
        make_release(viewer=NATIONAL)
    assert counts() == [0, 0, 0]


def test_a_group_is_told_by_the_division_and_the_parts_of_its_quarter(engine):
    groups = read_groups(["2024K4", "2025K1"])
    by_quarter = {quarter: set(found["part"]) for quarter, found in groups.groupby("quarter")}
    assert {quarter: len(parts) for quarter, parts in by_quarter.items()} == {
        "2024K4": 94,
        "2025K1": 95,
    }
    split = groups[groups["sex"] != "totalt"].groupby("quarter")["persons"].sum()
    whole = groups[groups["sex"] == "totalt"].groupby("quarter")["persons"].sum()
    young = fetch_population("riket", date(2026, 9, 30), viewer=READER)["young"].iloc[0]
    assert split.to_list() == whole.to_list() == [young, young]
