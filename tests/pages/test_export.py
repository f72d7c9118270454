"""A file that is taken away: counted, noted, and only for who may still see."""

import pytest

import settings
from data_access.audit import search_audit
from data_access.sign_in import SessionOver
from data_access.viewer import DEMONSTRATION
from pages import asking, export
from tests.viewers import ADMIN, WRITER
from web import limits


@pytest.fixture
def made(example_data_of_own, monkeypatch):
    """(what a click runs, what the test can change): who asks at the click, times it was made."""
    monkeypatch.setenv("BOB_EXPORTS_PER_MINUTE", "3")
    settings.load.cache_clear()
    limits.forget()
    state = {"viewer": DEMONSTRATION, "times": 0}

    def ask_again():
        if isinstance(state["viewer"], Exception):
            raise state["viewer"]
        return state["viewer"]

    def make():
        state["times"] += 1
        return b"figures"

    monkeypatch.setattr(asking, "to_asking_again", lambda: ask_again)
    yield export.to_maker(make, DEMONSTRATION, "karta", {"region": "pr-nord"}), state
    limits.forget()


def notes():
    return search_audit(viewer=ADMIN, action="export")


def test_a_click_makes_the_file_and_is_noted(made):
    click, state = made
    assert click() == b"figures"
    found = notes()
    assert len(found) == 1
    assert found["subject"][0] == DEMONSTRATION.subject
    assert found["after"][0] == '{"region":"pr-nord"}'
    assert state["times"] == 1


def test_too_many_in_a_minute_are_refused_in_words(made):
    click, state = made
    for _ in range(3):
        assert click() == b"figures"
    assert "många filer" in click().decode()
    assert state["times"] == 3
    assert len(notes()) == 3


@pytest.mark.parametrize(
    ("now", "words"),
    [(WRITER, "behörighet har ändrats"), (SessionOver("ended"), "utloggad")],
)
def test_one_who_may_no_longer_see_gets_no_figures(made, now, words):
    click, state = made
    state["viewer"] = now
    assert words in click().decode()
    assert state["times"] == 0
    assert notes().empty
