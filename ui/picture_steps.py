"""The steps of a lägesbild: where it stands, what has been done, and what can be done now."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

import streamlit as st

from reporting.picture_text import COMMENT_LENGTH
from ui import filters, notices
from ui.choice import YES
from ui.formats import moment
from ui.headings import as_text
from ui.people import role_name
from ui.picture_address import WRITE
from ui.picture_notices import COMMENT, REASON
from ui.picture_words import state_name, step_name
from words import _

SUBMIT, SEND_BACK, APPROVE, PUBLISH, DROP, SAY, WITHDRAW = (
    "submit", "send_back", "approve", "publish", "drop", "comment", "withdraw",
)  # fmt: skip
Do = Callable[[str, str], None]  # what, and what is said with it


class Told(NamedTuple):
    """A step as it is told: what was done, by whom (`du`, or the role), when, and what was said."""

    step: str
    role: str
    own: bool
    at: datetime
    version: int
    comment: str


class May(NamedTuple):
    """What the viewer may do with it as it stands; `whole` when nothing in it must be mended."""

    writes: bool = False
    submits: bool = False
    approves: bool = False
    sends_back: bool = False
    publishes: bool = False
    drops: bool = False
    whole: bool = True


def show_state(state: str, version: int, area: str) -> None:
    """Where it stands, in a sentence."""
    st.markdown(
        _("**{area}**, version {version}: {state}.").format(
            area=as_text(area), version=version, state=state_name(state)
        )
    )


def show_buttons(may: May, do: Do) -> None:
    """What can be done now; the most likely step is the blue one."""
    with st.container(horizontal=True, vertical_alignment="center"):
        if may.submits:
            _show_button(_("Skicka in för godkännande"), SUBMIT, do, blocked=not may.whole)
        if may.approves:
            _show_button(_("Godkänn"), APPROVE, do, blocked=not may.whole)
        if may.publishes:
            _show_button(_("Publicera"), PUBLISH, do)
        if may.writes:
            st.button(
                _("Ändra texten"), key="bild_andra", on_click=filters.put, kwargs={WRITE: YES}
            )
        if may.sends_back:
            with st.popover(_("Skicka tillbaka")):
                _show_words(_("Vad behöver ändras?"), _("Skicka tillbaka"), SEND_BACK, do, REASON)
        if may.drops:
            with st.popover(_("Kasta utkastet")):
                st.markdown(_("Utkastet försvinner ur listan. Texten finns kvar i historiken."))
                st.button(_("Ja, kasta"), key="bild_kasta", on_click=do, args=(DROP, ""))
    if not may.whole and (may.submits or may.approves):
        st.caption(_("Rätta det som inte går att visa först."))


def show_withdrawing(do: Do) -> None:
    """Taking back what is published, with what that means."""
    with st.container(horizontal=True), st.popover(_("Dra tillbaka")):
        st.markdown(
            _(
                "Läsare ser den inte längre, bara dagen och skälet. Det går inte att ångra: rättad "
                "publiceras den som en ny lägesbild. Den som har hämtat en fil har den kvar."
            )
        )
        readers = _("Läses av alla som ser området. Skriv inget om enskilda personer.")
        _show_words(_("Skäl"), _("Ja, dra tillbaka"), WITHDRAW, do, REASON, readers)


def show_history(steps: Sequence[Told]) -> None:
    """What has been done and said, the latest first."""
    if not steps:
        st.caption(_("Inget har hänt än."))
        return
    lines = []
    for one in reversed(steps):
        who = _("du") if one.own else role_name(one.role)
        told = _("- **{step}**, version {version} · {who} · {at}").format(
            step=step_name(one.step), version=one.version, who=who, at=moment(one.at)
        )
        said = " ".join(as_text(one.comment).split())
        lines.append(f"{told}  \n  {said}" if said else told)
    st.markdown("\n".join(lines))


def show_comment(do: Do) -> None:
    """A field for a comment."""
    _show_words(_("Kommentar"), _("Kommentera"), SAY, do, COMMENT)


def _show_button(label: str, what: str, do: Do, *, blocked: bool = False) -> None:
    st.button(
        label, type="primary", key=f"bild_{what}", on_click=do, args=(what, ""), disabled=blocked
    )


def _show_words(
    label: str, button: str, what: str, do: Do, place: str, readers: str | None = None
) -> None:
    """A text, the button that sends it, and why it was not sent; `readers` says who reads it."""
    field = f"bild_{what}_ord"
    own = _("Läses av dem som skriver och godkänner. Skriv inget om enskilda personer.")
    with st.form(f"bild_{what}_form", border=False, clear_on_submit=False):
        st.text_area(
            label,
            key=field,
            max_chars=COMMENT_LENGTH,
            height=100,
            help=readers or own,
        )
        st.form_submit_button(
            button, key=f"bild_{what}", on_click=lambda: do(what, st.session_state[field])
        )
        notices.show(place)


def forget_words(what: str) -> None:
    """Empty the field whose text has been sent."""
    st.session_state.pop(f"bild_{what}_ord", None)
