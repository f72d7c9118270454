"""Keys to the feed: made, shown once, ended."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol

import streamlit as st

from ui import database_words, formats
from ui.headings import as_text
from words import _

_NAME = "nytt_nyckel_namn"


class Held(Protocol):
    """A key that holds."""

    id: int
    label: str
    valid_to: date


def show_open(addresses: Mapping[str, str]) -> None:
    """The feeds' addresses (what is followed → address) where nobody signs in."""
    st.markdown(_("Flödet (Atom) visar samma nyheter i ett läsprogram. Välj vad du vill följa."))
    _show_addresses(addresses)


def show_made(addresses: Mapping[str, str]) -> None:
    """The addresses of a new key, this once."""
    st.success(_("Adresserna visas bara nu. De ger samma åtkomst som du har: dela dem inte."))
    _show_addresses(addresses)


def _show_addresses(addresses: Mapping[str, str]) -> None:
    for name, address in addresses.items():
        st.caption(name.capitalize())
        st.code(address, language=None)


def show_form(make: Callable[[str], None], refused: str) -> None:
    """The field and button that make a key; `refused` says why the last one was not made."""
    st.markdown(
        _(
            "Flödet (Atom) visar samma nyheter i ett läsprogram, inom det du får se. Adressen "
            "gäller ett år, eller tills du avslutar den."
        )
    )
    st.text_input(_("Namn på prenumerationen"), key=_NAME, max_chars=100)
    if refused:
        st.error(refused)
    st.button(
        _("Skapa adress"),
        on_click=lambda: make(str(st.session_state.get(_NAME, ""))),
        key="nytt_nyckel_ny",
    )


def refusal(reason: str) -> str:
    """Why nothing was made or ended, in words."""
    return {
        "label": _("Skriv ett namn på en rad, högst 100 tecken."),
        "too-many": _("Du har tio prenumerationer. Avsluta någon först."),
        "not-allowed": _("Din behörighet räcker inte längre. Ladda om sidan, eller logga in igen."),
        **database_words.to_problems(),
    }.get(reason, _("Din roll ser inga siffror och kan inte prenumerera."))


def show_held(held: Sequence[Held], end: Callable[[int], None]) -> None:
    """The keys that hold, each with a button that ends it."""
    for one in held:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(
                _("**{name}**, till {day}").format(
                    name=as_text(one.label), day=formats.short_day(one.valid_to)
                )
            )
            st.button(_("Avsluta"), on_click=end, args=(one.id,), key=f"nytt_nyckel_bort_{one.id}")
