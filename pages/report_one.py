"""One row at a time of a kind whose rows are given: for narrow screens and screen readers."""

from functools import partial

import streamlit as st

from pages import report_edits as edits
from pages.report_desk import Desk
from ui import report_cards
from ui.report_entries import is_answered
from ui.report_grid import Part
from words import _


def show_one(desk: Desk, parts: list[Part]) -> None:
    """The chosen row's fields, and ways to the others."""
    of_row = {row: part for part in parts for row in part.rows}
    places = sorted(of_row)
    if not places:
        return
    key = f"{desk.key}_vald"
    if st.session_state.get(key) not in places:
        st.session_state[key] = places[0]
    chosen = st.session_state[key]
    code = desk.kind.keys[0]

    def step(to: int) -> None:
        st.session_state[key] = to

    def told(row: int) -> str:
        name = desk.names.option(code, desk.work.rows[row].get(code.name, ""))
        done = is_answered(desk.kind, desk.work.rows[row])
        return _("{name} (ifylld)").format(name=name) if done else name

    at = places.index(chosen)
    with st.container(horizontal=True, vertical_alignment="bottom", key="falt_rad"):
        label = _("{label} ({number} av {all})").format(
            label=code.label, number=at + 1, all=len(places)
        )
        st.selectbox(label, places, format_func=told, key=key, width=380)
        st.button(_("Förra raden"), disabled=at == 0, on_click=step, args=[places[at - 1]])
        after = places[(at + 1) % len(places)]
        st.button(_("Nästa rad"), disabled=at == len(places) - 1, on_click=step, args=[after])
    own = f"{desk.key}_{chosen}"
    report_cards.show_one(
        desk.kind,
        of_row[chosen],
        desk.work.rows[chosen],
        desk.names,
        desk.ranges,
        key=own,
        changed=partial(edits.take_card, desk, chosen, own),
    )
