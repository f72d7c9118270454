"""What readers ask is answered by a real hot standby while it is near; nobody misses her own."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text

import settings
from data_access import cache, connect, council_events, health, prepare, standby, version
from data_access.engine import DatabaseUnavailable
from data_access.errors import ReadOnlyDatabase
from data_access.establishment import fetch_stages
from data_access.follower import State
from data_access.viewer import DEMONSTRATION as ALL
from data_access.viewer import Role, Viewer
from tests.deploy.cluster import copy_base
from tests.deploy.conftest import Pair

DAY = date(2026, 11, 1)
LEAD = Viewer(Role.NATIONELL, frozenset({"se"}), frozenset({"se"}), subject="lena", example=True)


@pytest.fixture
def follows(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pair]:
    """The pair in the settings, ready, and the standby near."""
    with following(pair, monkeypatch):
        yield pair


@pytest.fixture
def follows_of_own(pair_of_own: Pair, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pair]:
    """As `follows`, for those who lose one of the pair."""
    with following(pair_of_own, monkeypatch):
        yield pair_of_own


@contextmanager
def following(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("BOB_DATABASE_URL", pair.primary.address())
    monkeypatch.setenv("BOB_STANDBY_DATABASE_URL", pair.standby.address())
    settings.load.cache_clear()
    prepare.ensure_prepared()
    wait_for(State.ANSWERS)
    yield
    for server in (pair.primary, pair.standby):
        connect.dispose(server.address())
    connect.dispose(prepare.to_raw_address(pair.primary.address()))
    monkeypatch.undo()
    settings.load.cache_clear()
    cache.forget_answers()
    prepare.forget_prepared()
    standby.forget()


def wait_for(state: State) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        standby.follower().answers()
        if standby.follower().state is state:
            return
        time.sleep(0.1)
    raise AssertionError(f"{standby.follower().state} and not {state}")


def is_by_standby() -> bool:
    with connect.reading() as connection:
        return bool(connection.scalar(text("SELECT pg_is_in_recovery()")))


def count_resting() -> int:
    with version.picture():
        return int((fetch_stages("lpo", DAY, viewer=ALL)["stage"] == "vilande").sum())


def rest(number: int) -> None:
    """One more council that rests."""
    with connect.reading() as connection:
        codes = connection.scalars(text("SELECT code FROM council WHERE level = 'lokal'")).all()
    council_events.add_event(sorted(codes)[number], "vilande", DAY, source="prov", viewer=LEAD)


def hold_back(pair: Pair, *, held: bool) -> None:
    """The standby takes in what comes, and shows nothing of it."""
    name = "pg_wal_replay_pause" if held else "pg_wal_replay_resume"
    pair.standby.ask(f"SELECT {name}()")


def test_readers_are_answered_by_the_standby_and_writes_by_the_primary(follows: Pair) -> None:
    assert is_by_standby()
    with connect.reading(connect.engine()) as connection:
        assert not connection.scalar(text("SELECT pg_is_in_recovery()"))
    before = count_resting()
    rest(3)
    wait_for(State.ANSWERS)
    assert is_by_standby() and count_resting() == before + 1


def test_who_writes_sees_it_though_the_standby_has_not_got_it(follows: Pair) -> None:
    hold_back(follows, held=True)
    for number in (4, 5, 6):
        codes = _stages()
        rest(number)
        assert not is_by_standby()
        assert _stages() != codes, "what was just recorded is not there"
    hold_back(follows, held=False)
    wait_for(State.ANSWERS)
    assert is_by_standby()


def _stages() -> list[Any]:
    with version.picture():
        return fetch_stages("lpo", DAY, viewer=ALL)["stage"].tolist()


def test_a_standby_that_is_too_far_behind_answers_nobody(
    follows: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOB_STANDBY_LAG_SECONDS", "1")
    settings.load.cache_clear()
    hold_back(follows, held=True)
    follows.primary.ask("CREATE TABLE something (id int)")  # by somebody else
    wait_for(State.BEHIND)
    assert (standby.follower().lag or 0) > 1
    assert not is_by_standby()
    hold_back(follows, held=False)
    wait_for(State.ANSWERS)


def test_the_standby_that_stops_is_noticed_by_nobody(follows: Pair) -> None:
    failures: list[BaseException] = []
    stopped = threading.Event()

    def read() -> None:
        try:
            while not stopped.is_set():
                with connect.reading() as connection:
                    connection.scalar(text("SELECT count(*) FROM area"))
        except BaseException as error:
            failures.append(error)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for one in readers:
        one.start()
    follows.standby.stop()
    time.sleep(1)
    rest(1)  # the keeper of the log is enough for a write
    follows.standby.start()
    wait_for(State.ANSWERS)
    stopped.set()
    for one in readers:
        one.join()
    # a question that was under way may be told that the database is away; the next one is answered
    assert all(isinstance(error, DatabaseUnavailable) for error in failures)
    assert len(failures) < len(readers) or is_by_standby()


def test_the_standby_answers_on_while_the_primary_is_away(follows: Pair) -> None:
    before = _stages()
    cache.forget_answers()
    follows.primary.stop()
    assert _stages() == before
    assert is_by_standby()
    with pytest.raises(DatabaseUnavailable):
        rest(1)
    assert health.health()["status"] == "fel"
    follows.primary.start()
    rest(1)
    assert health.health()["status"] == "ok"


def test_a_standby_takes_no_writes(follows: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOB_DATABASE_URL", follows.standby.address())
    monkeypatch.setenv("BOB_STANDBY_DATABASE_URL", "")
    settings.load.cache_clear()
    with pytest.raises(ReadOnlyDatabase):
        rest(1)


def test_another_database_or_role_is_never_asked(
    follows: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    follows.primary.ask("CREATE ROLE anna LOGIN SUPERUSER")
    follows.primary.ask("CREATE DATABASE other")
    for address in (follows.standby.address(user="anna"), follows.standby.address("other")):
        monkeypatch.setenv("BOB_STANDBY_DATABASE_URL", address)
        settings.load.cache_clear()
        wait_for(State.OTHER)
        assert not is_by_standby()
        connect.dispose(address)


def test_the_primary_lost_with_all_it_had_loses_nothing(follows_of_own: Pair) -> None:
    """The standby takes over; what was told to be written is there, once."""
    follows = follows_of_own
    hold_back(follows, held=True)
    for number in range(5):
        rest(number)
    before = follows.primary.ask("SELECT max(id), count(*) FROM council_event")
    follows.primary.kill()
    follows.keeper.stop()
    hold_back(follows, held=False)
    follows.standby.take_over()
    assert follows.standby.ask("SELECT max(id), count(*) FROM council_event") == before


def test_a_base_and_the_kept_log_bring_back_any_moment(pair_of_own: Pair) -> None:
    """As the runbook says: what was done after the moment is not there, and one can write on."""
    pair = pair_of_own
    pair.primary.ask("CREATE TABLE told (what text)")
    base = copy_base(pair.primary, pair.keeper.folder.parent / "base")
    pair.primary.ask("INSERT INTO told VALUES ('before')")
    time.sleep(0.1)
    moment = pair.primary.ask("SELECT clock_timestamp()")[0][0]
    time.sleep(0.1)
    pair.primary.ask("INSERT INTO told VALUES ('after')")
    pair.primary.ask("SELECT pg_switch_wal()")
    pair.primary.ask("INSERT INTO told VALUES ('last')")
    pair.primary.stop("immediate")
    pair.standby.stop()
    base.go_back_to(str(moment), pair.keeper.folder)
    try:
        base.start()
        assert base.ask("SELECT what FROM told") == [("before",)]
        base.take_over()
        base.ask("INSERT INTO told VALUES ('anew')")
        assert base.ask("SELECT what FROM told") == [("before",), ("anew",)]
    finally:
        base.stop("immediate")
