import threading
import time
from datetime import date

import pytest
from sqlalchemy import event

import clock
import words
from data_access import cache, version
from data_access.council_events import add_event
from data_access.establishment import fetch_milestones, fetch_stages
from data_access.version import fetch_version, picture
from data_access.viewer import DEMONSTRATION as ALL
from data_access.young import fetch_young
from tests.viewers import WRITER

DAY = date(2026, 11, 1)
BY = {"viewer": WRITER, "source": "test"}
HANINGE = "lokalt-rad-haninge-nynashamn"


@pytest.fixture
def asked(engine):
    """Every statement that reaches the database, as it comes."""
    statements = []
    event.listen(engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    return statements


def selects(asked):
    return [sql for sql in asked if sql != "BEGIN"]


def median(call, times):
    found = []
    for _ in range(times):
        started = time.perf_counter()
        call()
        found.append(time.perf_counter() - started)
    return sorted(found)[times // 2]


def test_a_rerun_asks_for_the_version_and_nothing_else(asked):
    with picture():
        fetch_stages("lpo", DAY, viewer=ALL)
        fetch_milestones(viewer=ALL)
    asked.clear()
    with picture():
        for _ in range(3):
            fetch_stages("lpo", DAY, viewer=ALL)
            fetch_milestones(viewer=ALL)
    assert len(selects(asked)) == 1


def test_outside_a_picture_the_version_is_asked_for_once_a_second(asked, monkeypatch):
    fetch_stages("lpo", DAY, viewer=ALL)
    asked.clear()
    fetch_stages("lpo", DAY, viewer=ALL)
    assert selects(asked) == []
    monkeypatch.setattr(version, "VERSION_SECONDS", -1.0)
    fetch_stages("lpo", DAY, viewer=ALL)
    assert len(selects(asked)) == 1


def test_what_is_written_is_seen_at_once(engine):
    def stage():
        frame = fetch_stages("lpo", DAY, viewer=ALL).set_index("code")
        return frame.loc["lpo-haninge-nynashamn", "stage"]

    assert stage() == "etablerat"
    before = fetch_version(viewer=ALL)
    add_event(HANINGE, "vilande", date(2026, 10, 1), **BY)
    assert fetch_version(viewer=ALL) != before
    assert stage() == "vilande"
    with picture():
        assert stage() == "vilande"
        add_event(HANINGE, "etablerat", date(2026, 10, 2), **BY)
        assert stage() == "etablerat"


def test_a_picture_holds_one_state_though_others_write(engine):
    with picture():
        before = fetch_stages("lpo", DAY, viewer=ALL)
        thread = threading.Thread(
            target=add_event, args=(HANINGE, "vilande", date(2026, 10, 1)), kwargs=BY
        )
        thread.start()
        thread.join()
        assert fetch_stages("lpo", DAY, viewer=ALL).equals(before)
    with picture():
        assert not fetch_stages("lpo", DAY, viewer=ALL).equals(before)


def test_another_day_is_another_answer(sqlite_engine, monkeypatch):
    """What is counted until today is not yesterday's."""
    asked = []
    for day in (date(2026, 11, 30), date(2026, 11, 30), date(2026, 12, 1)):
        monkeypatch.setattr(clock, "today", lambda day=day: day)
        with picture():
            fetch_young("lpo", (2026,), viewer=ALL)
        asked.append(cache.count_asked()[:2])
    (hits, misses), *_rest = asked
    assert asked == [(hits, misses), (hits + 1, misses), (hits + 1, misses + 1)]


def test_what_a_page_does_to_its_frame_stays_with_the_page(sqlite_engine):
    frame = fetch_stages("lpo", DAY, viewer=ALL)
    frame.loc[0, "stage"] = "fel"
    frame["ny"] = 1
    again = fetch_stages("lpo", DAY, viewer=ALL)
    assert "fel" not in set(again["stage"]) and "ny" not in again


def test_arguments_by_place_and_by_name_are_the_same_question(asked):
    with picture():
        fetch_stages("lpo", DAY, viewer=ALL)
        asked.clear()
        fetch_stages(viewer=ALL, on=DAY, level="lpo", known_on=None)
        assert selects(asked) == []


def test_threads_that_ask_at_once_share_one_query(asked):
    fetch_version(viewer=ALL)
    asked.clear()
    barrier, answers = threading.Barrier(8), []

    def ask():
        barrier.wait()
        answers.append(len(fetch_stages("kommun", DAY, viewer=ALL)))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [290] * 8
    assert len([sql for sql in asked if "piece" in sql]) == 1


def test_an_error_is_not_kept(sqlite_engine):
    calls = []

    @cache.cached
    def fetch_once_wrong(*, viewer):
        calls.append(viewer)
        if len(calls) == 1:
            raise ValueError("första gången")
        return 7

    cache.CACHED.pop()
    with pytest.raises(ValueError):
        fetch_once_wrong(viewer=ALL)
    assert fetch_once_wrong(viewer=ALL) == 7
    assert fetch_once_wrong(viewer=ALL) == 7
    assert len(calls) == 2


def test_the_cache_has_a_limit(sqlite_engine, monkeypatch):
    monkeypatch.setattr(cache, "SIZE", 3)
    for day in range(1, 9):
        fetch_stages("riket", date(2026, 1, day), viewer=ALL)
    assert len(cache._answers) == 3


def test_a_kept_answer_costs_next_to_nothing(sqlite_engine):
    with picture():
        fetch_stages("kommun", DAY, viewer=ALL)
        assert median(lambda: fetch_stages("kommun", DAY, viewer=ALL), 300) < 0.0003


def test_the_version_costs_little(sqlite_engine):
    assert median(lambda: fetch_version(viewer=ALL), 100) < 0.0015


def test_what_is_put_in_words_is_kept_for_each_language(sqlite_engine):
    swedish = fetch_milestones(viewer=ALL)
    with words.spoken("en"):
        english = fetch_milestones(viewer=ALL)
    assert fetch_milestones(viewer=ALL)["event"].equals(swedish["event"])
    assert english["day"].equals(swedish["day"])
    assert not set(english["event"]) & set(swedish["event"])
