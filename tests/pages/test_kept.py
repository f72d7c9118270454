"""What is kept as it was drawn is the same again, and nobody else's."""

from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

import clock
from data_access import cache
from data_access.viewer import Role, Viewer
from pages import kept
from tests.viewers import READER, WRITER

NORTH = Viewer(Role.LASARE, frozenset({"pr-nord"}))
DAY = date(2026, 11, 1)
ASKED: list[Viewer] = []  # who asks in the next run
DRAWN: list[str] = []  # a word for each time that the part was drawn


def page() -> None:
    """A part that is kept, in a box and followed by a word."""
    import streamlit as st

    from pages import kept
    from tests.pages import test_kept as told  # noqa: PLW0406 - a script is no module

    def draw() -> int:
        told.DRAWN.append(st.query_params.get("omrade", ""))
        if st.query_params.get("omrade") == "fel":
            raise ValueError("fel")
        left, right = st.columns(2)
        right.markdown(f"höger {len(told.DRAWN)}")
        with left, st.container(key="ruta"):
            st.markdown("vänster")
        return len(told.DRAWN)

    with st.container(border=True):
        given = kept.show("prov", draw, told.ASKED[0])
    st.markdown(f"gav {given}")


@pytest.fixture(autouse=True)
def afresh(example_data, monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: DAY)
    cache.forget_answers()
    DRAWN.clear()


def visit(viewer=READER, **parameters) -> list[str]:
    """The page's texts, in their order, of a new visitor."""
    ASKED[:] = [viewer]
    app = AppTest.from_function(page)
    for name, value in parameters.items():
        app.query_params[name] = value
    return [one.value for one in app.run().markdown]


def test_a_second_visitor_is_sent_the_same_in_the_same_place():
    first = visit(region="pr-nord")
    assert first == ["vänster", "höger 1", "gav 1"]
    assert visit(replace(READER, subject="en annan"), region="pr-nord") == first
    assert len(DRAWN) == 1


def test_what_it_rests_on_makes_it_another(monkeypatch):
    visit()
    for number, (viewer, address) in enumerate(
        [(READER, {"region": "pr-nord"}), (NORTH, {}), (WRITER, {}), (READER, {"dag": "2025"})], 2
    ):
        assert visit(viewer, **address)[-1] == f"gav {number}"
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 2))
    assert visit()[-1] == "gav 6"
    monkeypatch.setattr(kept, "language", lambda: "en")
    assert visit()[-1] == "gav 7"
    assert visit()[-1] == "gav 7"


def test_it_is_dropped_with_the_answers_that_it_is_made_of():
    visit()
    cache.forget_answers()
    assert visit()[-1] == "gav 2"


def test_what_is_recorded_makes_it_another(monkeypatch):
    visit()
    monkeypatch.setattr(kept, "current_version", lambda *, viewer: (str(viewer.role), "another"))
    assert visit()[-1] == "gav 2"


def test_an_error_is_not_kept():
    for number in (1, 2):
        visit(omrade="fel")
        assert len(DRAWN) == number
