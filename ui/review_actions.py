"""The fields and buttons by which a report is approved, sent back or unlocked."""

from collections.abc import Callable

import streamlit as st

from indicators.reporting import APPROVED, SENT
from ui import notices
from ui.review_notices import APPROVE, REASON, SEND_BACK, UNLOCK
from words import _

LONGEST_REASON = 1000


Do = Callable[[str, list[int], str], None]  # what, which submissions, why


def show_one(state: str, submission: int, do: Do) -> None:
    """What can be done with one report in its state."""
    with st.container(horizontal=True, vertical_alignment="center"):
        _show_steps(state, submission, do)


def _show_steps(state: str, submission: int, do: Do) -> None:
    if state == SENT:
        st.button(
            _("Godkänn"),
            type="primary",
            key="granska_godkann",
            on_click=do,
            args=(APPROVE, [submission], ""),
        )
        with st.popover(_("Begär komplettering")):
            show_reason(SEND_BACK, [submission], do, key="granska_en")
    elif state == APPROVED:
        with st.popover(_("Lås upp")):
            show_reason(UNLOCK, [submission], do, key="granska_en")
        st.caption(_("Rapporten är låst. Låses den upp kan området lämna in en ny."))
    else:
        st.button(
            _("Godkänn som den är"),
            key="granska_godkann",
            on_click=do,
            args=(APPROVE, [submission], ""),
        )
        st.caption(_("Väntar på att området lämnar in på nytt."))


def show_reason(what: str, ids: list[int], do: Do, *, key: str) -> None:
    """A reason, which is obligatory, the button that does it, and why it was not done."""
    labels = {SEND_BACK: _("Begär komplettering"), UNLOCK: _("Lås upp")}
    field = f"{key}_{what}_skal"
    with st.form(f"{key}_{what}", border=False):
        st.text_area(
            _("Skäl"),
            key=field,
            max_chars=LONGEST_REASON,
            height=100,
            help=_("Läses av den som rapporterar. Skriv inga uppgifter om enskilda personer."),
        )
        st.form_submit_button(
            labels[what],
            key=f"{key}_{what}_knapp",
            on_click=lambda: do(what, ids, st.session_state[field]),
            disabled=not ids,
        )
        notices.show(REASON)
