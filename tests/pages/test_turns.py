"""One run at a time, and nobody is kept waiting by one that takes long."""

import threading
import time

import pytest

from pages import turns

LONG, SHORT = 5.0, 0.05  # seconds: a bound for a test's own waiting, and what a run is let do


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """Who waits for a turn waits as long as a test may."""
    monkeypatch.setattr(turns, "LONGEST_WAIT", LONG)


@pytest.fixture
def begin_another():
    """Starts another visitor's run and tells of its beginning; each must end with the test."""
    threads = []

    def begin():
        begun = threading.Event()

        def run():
            with turns.taken():
                begun.set()

        threads.append(threading.Thread(target=run))
        threads[-1].start()
        return begun

    yield begin
    for thread in threads:
        thread.join(2 * LONG)
        assert not thread.is_alive()


def test_a_run_waits_until_the_one_before_it_is_done(begin_another):
    with turns.taken():
        begun = begin_another()
        assert not begun.wait(SHORT)
    assert begun.wait(LONG)


def test_a_run_that_takes_long_lets_the_others_go_on_beside_it(begin_another, monkeypatch):
    monkeypatch.setattr(turns, "LONGEST_WAIT", SHORT)
    with turns.taken():
        assert begin_another().wait(LONG)
        monkeypatch.setattr(turns, "LONGEST_WAIT", LONG)
        assert not begin_another().wait(SHORT)  # who had no turn gave none back


@pytest.mark.parametrize("end", [ValueError, KeyboardInterrupt])  # Streamlit's own is no Exception
def test_a_run_that_fails_or_is_ended_gives_its_turn_back(begin_another, end):
    with pytest.raises(end), turns.taken():
        raise end
    assert begin_another().wait(LONG)


def test_a_dialog_runs_in_the_turn_of_the_page_that_opened_it(begin_another):
    with turns.taken():
        start = time.monotonic()
        with turns.taken():
            pass
        assert time.monotonic() - start < LONG / 2
        assert not begin_another().wait(SHORT)  # the page has its turn still


def test_others_run_while_one_only_waits(begin_another):
    with turns.taken():
        with turns.given_up():
            assert begin_another().wait(LONG)
        assert not begin_another().wait(SHORT)  # the run has a turn again


def test_what_ends_a_run_that_waits_takes_no_new_turn(begin_another):
    with pytest.raises(KeyboardInterrupt), turns.taken(), turns.given_up():
        raise KeyboardInterrupt
    assert begin_another().wait(LONG)


def test_nothing_is_given_up_outside_a_run(begin_another):
    with turns.given_up():
        pass
    assert begin_another().wait(LONG)
