"""A session ends when we say so, whatever cookie somebody still holds."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

import settings
from data_access import sessions
from data_access.connect import reading
from data_access.people import ensure_person
from data_access.schema import USER_SESSION
from data_access.sessions import BadSession, SessionOver

NOW = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def claims(start=NOW, **more):
    return {"iss": "https://idp", "sub": "ett", "iat": int(start.timestamp()), "nonce": "n"} | more


def enter(now=NOW, **more):
    told = claims(**more)
    return sessions.enter(told, ensure_person("https://idp", "ett"), now)


def test_a_session_begins_once_and_goes_on(engine):
    assert enter() is True
    assert enter(NOW + 30 * MINUTE) is False
    assert enter(NOW + 80 * MINUTE) is False  # 50 minutes since it was last used


def test_one_who_has_been_away_must_sign_in_again_for_good(engine):
    enter()
    for later in (61, 62):
        with pytest.raises(SessionOver) as caught:
            enter(NOW + later * MINUTE)
        assert caught.value.reason == "idle"


def test_a_session_lasts_a_working_day_however_busy(engine):
    for number in range(20):
        enter(NOW + number * 30 * MINUTE)
    with pytest.raises(SessionOver) as caught:
        enter(NOW + 10 * HOUR + MINUTE)
    assert caught.value.reason == "too-long"


def test_how_long_it_lasts_is_told_as_it_is_kept(engine, monkeypatch):
    enter()
    lasting = sessions.to_lasting(claims(), NOW + HOUR)
    assert lasting == (59 * 60, 9 * 3600)  # use is noted once a minute
    last = timedelta(seconds=lasting.idle)
    assert enter(NOW + last) is False
    assert enter(NOW + 2 * last) is False
    short = settings.load().model_copy(update={"idle_minutes": 1.0})
    monkeypatch.setattr(settings, "load", lambda: short)
    assert sessions.to_lasting(claims(), NOW).idle == 30


def test_after_sign_out_the_same_cookie_opens_nothing(engine):
    enter()
    assert sessions.end(claims(), NOW + MINUTE) == ensure_person("https://idp", "ett")
    assert sessions.end(claims(), NOW + MINUTE) is None
    with pytest.raises(SessionOver) as caught:
        enter(NOW + 2 * MINUTE)
    assert caught.value.reason == "ended"
    assert enter(NOW + 2 * MINUTE, start=NOW + 2 * MINUTE) is True  # signed in anew


def test_a_session_that_is_ended_before_it_began_never_begins(engine):
    assert sessions.end(claims(), NOW) is None
    with pytest.raises(SessionOver):
        enter()


def test_a_sign_in_that_can_not_be_noted_has_not_begun(engine):
    def fail(_connection):
        raise RuntimeError("audit")

    told, person = claims(), ensure_person("https://idp", "ett")
    with pytest.raises(RuntimeError):
        sessions.enter(told, person, NOW, fail)
    assert sessions.enter(told, person, NOW) is True


def test_another_persons_session_is_another(engine):
    assert sessions.to_id(claims()) != sessions.to_id(claims(sub="två"))
    assert sessions.to_id(claims()) != sessions.to_id(claims(iss="https://annan"))
    assert sessions.to_id(claims()) != sessions.to_id(claims(nonce="m"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"iat": None},
        {"iat": "nu"},
        {"iat": True},
        {"iat": float("nan")},
        {"iat": -5},
        {"iat": 1e300},
        {"sub": ""},
        {"sub": 7},
        {"iss": None},
        {"iss": ["https://idp"]},
    ],
)
def test_claims_that_do_not_tell_who_or_when_are_refused(wrong):
    with pytest.raises(BadSession):
        sessions.to_id(claims() | wrong)


def test_a_sign_in_that_lies_ahead_is_refused(engine):
    assert enter(start=NOW + 4 * MINUTE) is True  # clocks differ
    with pytest.raises(BadSession, match="ahead"):
        enter(start=NOW + 6 * MINUTE)


def test_open_is_only_what_has_begun_and_is_not_over(engine):
    real = datetime.now(UTC)
    told = claims(start=real)
    assert not sessions.is_open(told)
    sessions.enter(told, ensure_person("https://idp", "ett"), real)
    assert sessions.is_open(told)
    assert not sessions.is_open({})
    sessions.end(told, real)
    assert not sessions.is_open(told)


def test_old_sessions_are_forgotten(engine):
    enter()
    later = NOW + timedelta(days=3)
    assert enter(later, start=later) is True
    with reading() as connection:
        assert connection.scalar(select(func.count()).select_from(USER_SESSION)) == 1
    with pytest.raises(SessionOver):  # too old by its own word
        enter(later)
