"""How often somebody may do what costs."""

import pytest

import settings
from web import limits


@pytest.fixture
def three_a_minute(monkeypatch):
    monkeypatch.setenv("BOB_EXPORTS_PER_MINUTE", "3")
    settings.load.cache_clear()
    limits.forget()
    yield
    monkeypatch.undo()
    settings.load.cache_clear()
    limits.forget()


def test_a_person_may_export_a_number_of_times_a_minute(three_a_minute):
    assert [limits.may_export("anna") for _time in range(5)] == [True] * 3 + [False] * 2
    assert limits.may_export("bo")


def test_after_a_minute_there_is_room_again(monkeypatch):
    counted = limits.PerMinute(2)
    assert [counted.hit("a"), counted.hit("a")] == [0, 0]
    wait = counted.hit("a")
    assert 58 <= wait <= 60
    later = limits.time.time() + 61
    monkeypatch.setattr("time.time", lambda: later)
    assert counted.hit("a") == 0


def test_names_that_anybody_makes_up_do_not_fill_the_memory(monkeypatch):
    monkeypatch.setattr(limits, "_MOST_KEYS", 50)
    counted = limits.PerMinute(1)
    for number in range(200):
        counted.hit(str(number))
    assert len(counted._storage.events) <= 51


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", True),
        ("2001:db8:0:1::1", "2001:db8:0:2::1", False),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.2", False),
        ("testclient", "testclient", True),
    ],
)
def test_a_household_is_counted_as_one(one, other, same):
    assert (limits.to_who((one, 1)) == limits.to_who((other, 2))) is same


def test_no_address_is_one_address():
    assert limits.to_who(None) == limits.to_who(None) == ""
