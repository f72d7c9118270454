"""A visitor's first map: it is drawn before the rest of the page is sent."""

import time

import streamlit as st

from pages import turns
from ui import field_row
from ui.choice import Choice

_DRAWN = "bob_map_drawn"
LONGEST_WAIT = 1.0  # seconds


def note_drawn() -> None:
    """The browser has drawn the visitor's first map, or is not waited for."""
    st.session_state[_DRAWN] = True


def is_first() -> bool:
    """Whether the visitor has not had a map drawn yet."""
    return not st.session_state.get(_DRAWN)


def is_awaited(choice: Choice) -> bool:
    """Whether the rest of the page still waits for the visitor's first map."""
    if not is_first() or choice.compare:
        return False
    # A new run would no longer know what was wrong with the address.
    return not choice.problems


def let_map_draw_first(choice: Choice) -> None:
    """At a visitor's first map, hold back everything else until the browser has drawn it.

    The table's and the filters' scripts would keep the map waiting by half a second. The map's
    word that it is drawn starts a new run, which ends this one here; without it, the rest comes
    all the same.
    """
    limit = time.monotonic() + LONGEST_WAIT
    with turns.given_up():
        while is_awaited(choice) and time.monotonic() < limit:
            time.sleep(0.02)
    note_drawn()
    field_row.show_late("filter")  # filter_bar.KEY, which imports us
