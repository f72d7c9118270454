"""What is kept as it was drawn is the same again, and nobody else's."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

import clock
from data_access import cache
from data_access.viewer import Role, Viewer
from pages import kept
from tests.data_access.test_what_leaves import release_example
from tests.pages.conftest import show
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


PAGES = (
    ("oversikt", {"region": "pr-nord"}),
    ("omrade", {"omrade": "pr-nord"}),
    ("omrade", {"omrade": "lpo-lulea-boden"}),
    ("etablering", {}),
    ("tackning", {"region": "pr-nord"}),
    ("deltagande", {}),
    ("insatser", {}),
)


@pytest.mark.parametrize(("name", "parameters"), PAGES)
def test_a_page_is_the_same_when_it_is_sent_again(filled, name, parameters):
    filled(release_example)
    first, second = (to_told(show(name, **parameters)) for _time in range(2))
    assert len(first) > 10
    assert second == first
    cache.forget_answers()
    assert to_told(show(name, **parameters)) == first


def test_what_is_kept_holds_no_viewer(filled, monkeypatch):
    """Else what is noted of her who comes next would name who came first."""
    filled(release_example)
    given: list[object] = []

    def draw_and_look(rests_on, draw):
        given.append(draw())
        return given[-1]

    monkeypatch.setattr(kept, "_show", draw_and_look)
    for name, parameters in PAGES:
        assert not show(name, **parameters).exception
    assert len(given) > 30
    assert holds_viewer((1, [{"a": READER}])) and holds_viewer(partial(print, READER))
    assert not [one for one in given if holds_viewer(one)]


def holds_viewer(value: object) -> bool:
    if isinstance(value, dict):
        return any(map(holds_viewer, value.values()))
    if isinstance(value, tuple | list):
        return any(map(holds_viewer, value))
    return isinstance(value, Viewer) or callable(value)


def to_told(app: AppTest) -> list[bytes]:
    """Every element and box of the page, as it is sent."""
    assert not app.exception
    found, ways = [], [app._tree]
    while ways:
        block = ways.pop()
        message = getattr(block, "proto", None)
        if message is not None:
            found.append(message.SerializeToString(deterministic=True))
        ways += list(getattr(block, "children", {}).values())
    return found
