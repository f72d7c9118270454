"""Pages are the same when their parts are sent as they were drawn as when they are drawn anew."""

from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

from data_access.viewer import Viewer
from pages import kept
from tests.data_access.test_what_leaves import release_example
from tests.pages.conftest import show
from tests.viewers import READER

PAGES = (
    ("oversikt", {"region": "pr-nord"}),
    ("omrade", {"omrade": "pr-nord"}),
    ("omrade", {"omrade": "lpo-lulea-boden"}),
    ("etablering", {}),
    ("tackning", {"region": "pr-nord"}),
    ("deltagande", {}),
    ("insatser", {}),
)


@pytest.fixture
def draw_anew(monkeypatch):
    """draw_anew(page, …): what it sends when each part is drawn, and what its parts gave."""

    def draw(name, **parameters):
        given: list[object] = []

        def draw_and_look(_rests_on, draw_part):
            given.append(draw_part())
            return given[-1]

        with monkeypatch.context() as patch:
            patch.setattr(kept, "_show", draw_and_look)
            return to_told(show(name, **parameters)), given

    return draw


def test_a_page_is_the_same_when_it_is_sent_again_and_what_is_kept_holds_no_viewer(
    filled, draw_anew
):
    """Else what is noted of her who comes next would name who came first."""
    filled(release_example)
    count = 0
    for name, parameters in PAGES:
        first, second = (to_told(show(name, **parameters)) for _time in range(2))
        assert len(first) > 10, name
        assert second == first, name
        anew, given = draw_anew(name, **parameters)
        assert anew == first, name
        assert not [one for one in given if holds_viewer(one)], name
        count += len(given)
    assert count > 30


def test_a_viewer_is_found_wherever_she_is_held():
    """Else the test above could not fail."""
    assert holds_viewer((1, [{"a": READER}])) and holds_viewer(partial(print, READER))
    assert not holds_viewer((1, [{"a": "b"}]))


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
