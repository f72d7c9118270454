"""The fields of one unit: given rows, or a card for each free row."""

from functools import partial

import streamlit as st

from pages import report_edits as edits
from pages.report_desk import Desk
from pages.report_listed import show_listed
from reporting.ranges import Range
from ui import report_cards
from ui.report_entries import Texts
from words import _


def show_fields(desk: Desk) -> None:
    """The fields of the desk's unit; every change is kept."""
    st.caption(
        _(
            "Noll skrivs 0. Saknas uppgiften skrivs två punkter ( .. ), och passar frågan inte "
            "skrivs en punkt ( . ). Det som lämnas tomt är inte besvarat."
        )
    )
    if desk.kind.listing is None:
        _show_free(desk)
    else:
        show_listed(desk)


def _show_free(desk: Desk) -> None:
    key = f"{desk.key}_inget"
    st.session_state[key] = desk.work.nothing
    st.checkbox(
        _("Inget att rapportera för perioden"),
        key=key,
        on_change=edits.take_nothing,
        args=(desk, key),
    )
    if desk.work.nothing:
        return

    def before(row: Texts, name: str) -> Range:
        identity = tuple(row.get(field.name, "") for field in desk.kind.keys)
        return desk.ranges.get((identity, name), Range())

    report_cards.show_free(
        desk.kind,
        desk.work,
        desk.names,
        before,
        key=desk.key,
        changed=partial(edits.take_cards, desk),
        dropped=partial(edits.drop, desk),
        added=partial(edits.add, desk),
    )
