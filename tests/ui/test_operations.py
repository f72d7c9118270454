"""When a thing is good, to be looked at or bad, and that it is said in words."""

from datetime import UTC, date, datetime, timedelta

import pytest

from ui import formats, operation_kept, operation_words, operations
from ui.operations import Line, State

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
GB = 10**9


def store(seconds=0.003, size=14_200_000, *, fits=True, full=0.1):
    return operation_words.store("main", "sqlite", seconds, size, fits=fits, use="", full=full)


@pytest.mark.parametrize(
    ("line", "state", "told"),
    [
        (store(), State.GOOD, "SQLite, svarar på 3 ms, 14,2 MB."),
        (store(0.6), State.LOOK, "600 ms"),
        (store(2.5), State.BAD, "2,5 s"),
        (store(full=0.8), State.LOOK, ""),
        (store(full=1.0), State.BAD, ""),
        (store(None), State.BAD, "Svarar inte."),
        (store(fits=False), State.BAD, "annan version"),
    ],
)
def test_a_database_by_whether_it_answers_quickly_and_fits(line, state, told):
    assert (line.label, line.state) == ("Huvuddatabasen", state)
    assert told in line.told
    assert line.advice or state is State.GOOD


@pytest.mark.parametrize(
    ("told", "lag", "said"),
    [("svarar", 0.2, "Den svarar (200 ms efter)."), ("svarar inte", None, "Den svarar inte.")],
)
def test_a_standby_in_a_sentence(told, lag, said):
    line = operation_words.standby(told, lag, State.LOOK)
    assert (line.told, line.state) == (said, State.LOOK)


@pytest.mark.parametrize(
    ("count", "age", "state", "told"),
    [
        (0, None, State.GOOD, "Inget väntar."),
        (1, timedelta(seconds=5), State.GOOD, "1 händelse"),
        (3, timedelta(minutes=2), State.LOOK, "3 händelser"),
        (3, timedelta(hours=1), State.BAD, "den äldsta från 2026-11-26 09:00"),
        (None, None, State.BAD, "Går inte att veta"),
    ],
)
def test_what_waits_by_how_long_the_oldest_has_waited(count, age, state, told):
    line = operation_words.waiting(count, None if age is None else NOW - age, NOW)
    assert line.state is state
    assert told in line.told


@pytest.mark.parametrize(
    ("hours", "state"), [(1, State.GOOD), (26, State.GOOD), (27, State.LOOK), (73, State.BAD)]
)
def test_a_backup_by_its_age(hours, state):
    line = operation_kept.backup(NOW - timedelta(hours=hours), NOW, is_set=True, is_read=True)
    assert line.state is state
    assert f"{hours} timm" in line.told


@pytest.mark.parametrize(
    ("is_set", "is_read", "state", "advice"),
    [
        (False, False, State.LOOK, "Sätt `BOB_BACKUP_DIR`"),
        (True, False, State.BAD, "finns och får läsas"),
        (True, True, State.BAD, "varje natt"),
    ],
)
def test_no_backup_for_each_reason(is_set, is_read, state, advice):
    line = operation_kept.backup(None, NOW, is_set=is_set, is_read=is_read)
    assert line.state is state
    assert advice in line.advice


@pytest.mark.parametrize(
    ("free", "total", "state"),
    [
        (50 * GB, 100 * GB, State.GOOD),
        (40 * GB, 270 * GB, State.GOOD),
        (25 * GB, 1000 * GB, State.GOOD),
        (10 * GB, 100 * GB, State.LOOK),
        (4 * GB, 100 * GB, State.BAD),
        (GB // 2, GB, State.BAD),
        (None, 0, State.BAD),
        (0, 0, State.BAD),
    ],
)
def test_a_disk_by_what_is_free(free, total, state):
    assert operation_kept.disk("Disk", free, total).state is state


@pytest.mark.parametrize(
    ("oldest", "state"),
    [
        (None, State.NONE),
        (datetime(2026, 1, 2, tzinfo=UTC), State.GOOD),
        (datetime(2025, 12, 31, tzinfo=UTC), State.LOOK),
    ],
)
def test_the_audit_by_whether_older_rows_should_be_gone(oldest, state):
    line = operation_kept.audit_kept(oldest, date(2026, 1, 1), 330)
    assert line.state is state
    assert "330 dagar" in line.told


def test_a_failure_is_looked_at_for_an_hour():
    assert operation_kept.faults(0, None, NOW).state is State.GOOD
    assert operation_kept.faults(2, NOW - timedelta(minutes=59), NOW).state is State.LOOK
    assert operation_kept.faults(2, NOW - timedelta(minutes=61), NOW).state is State.GOOD


def test_a_lease_that_was_left_is_told_apart_from_one_that_is_held():
    held = operation_words.lease("utgåva", NOW + timedelta(minutes=1), NOW)
    left = operation_words.lease("utgåva", NOW - timedelta(minutes=1), NOW)
    assert (held.state, left.state) == (State.NONE, State.LOOK)
    assert "Pågår" in held.told and "Avbröts" in left.told


def test_the_share_of_kept_answers_and_none_before_the_first_question():
    assert "75\N{NO-BREAK SPACE}% av 4" in operation_words.answers(3, 1, 1).told
    assert operation_words.answers(0, 0, 0).told == "Inga frågor har ställts än."


def test_since_when_it_runs():
    line = operation_words.process(NOW - timedelta(days=2), NOW, "1.0", "0012")
    assert line.told == "Version 1.0, schema 0012. Igång sedan 2026-11-24 10:00, 2 dygn."


@pytest.mark.parametrize(
    ("states", "said", "named"),
    [
        ("", "Allt är bra", ""),
        ("b-", "Allt är bra", ""),
        ("ls", "1 sak att se upp med", "s1"),
        ("ss", "2 saker att se upp med", "s0, s1"),
        ("f", "1 fel", "f0"),
        ("sf", "1 fel och 1 sak att se upp med", "f1, s0"),
    ],
)
def test_the_whole_in_a_sentence_and_what_it_is_about(states, said, named):
    of = {"b": State.GOOD, "l": State.GOOD, "s": State.LOOK, "f": State.BAD, "-": State.NONE}
    lines = [Line(f"{one}{place}", of[one], "") for place, one in enumerate(states)]
    assert operations.headline(lines) == said
    assert operations.to_named(lines) == named


def test_the_state_is_a_word_and_the_advice_is_shown_only_when_it_is_needed():
    bad = operations.to_markdown(Line("Disk", State.BAD, "Full *nu*.", "Töm den."))
    assert "Fel]" in bad and "**Gör så här:** Töm den." in bad and "\\*nu\\*" in bad
    good = operations.to_markdown(Line("Disk", State.GOOD, "Tom.", "Töm den."))
    assert "Bra]" in good and "Töm" not in good
    assert operations.to_markdown(Line("Disk", State.NONE, "Tom.")) == "**Disk**  \nTom."


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 byte"),
        (999, "999 byte"),
        (1_500, "1,5 kB"),
        (14_200_000, "14,2 MB"),
        (2 * GB, "2 GB"),
    ],
)
def test_a_size_in_swedish(count, said):
    assert formats.size(count) == said


@pytest.mark.parametrize(("seconds", "said"), [(0.0001, "1 ms"), (0.25, "250 ms"), (2.5, "2,5 s")])
def test_a_short_time_in_swedish(seconds, said):
    assert formats.duration(seconds) == said
