"""What is counted and chosen among, with definitions: everybody reads, one edits."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

import clock
from data_access.register import fetch_register, list_versions
from data_access.viewer import Right
from pages import asking
from pages.register_save import is_fit, save, to_key
from reporting.register import Entry, Listing
from ui import notices, register, register_form, register_notices, register_words
from ui.register import Told
from words import _

VIEWER = asking.current_viewer()
TODAY = clock.today()
EDITS = VIEWER.may(Right.PUBLISH)


def show_form(before: Entry | None, empty: Entry, entries: Sequence[Entry]) -> None:
    """The form, or the confirmation of what was filled in there; `entries` are its list's."""
    key = to_key(empty, new=before is None)
    found = register_form.held(key)
    if found is not None and found.is_asked:
        register_form.show_review(found, save, key=key)
    else:
        fits = partial(is_fit, entries, before)
        register_form.show(before, found.after if found else empty, fits, key=key)


def show_one(entry: Entry, entries: Sequence[Entry]) -> None:
    """One entry, the form to change it, and its versions."""
    register.show_entry(entry)
    if EDITS:
        with st.expander(_("Ändra eller avsluta posten"), expanded=_is_open(entry)):
            show_form(entry, entry, entries)
    versions = list_versions(entry.listing, entry.code, viewer=VIEWER)
    register.show_history([Told(one.entry, one.recorded_at, one.recorded_by) for one in versions])


def show_new(listing: Listing, entries: Sequence[Entry]) -> None:
    """The form for an entry that there is none of yet."""
    empty = Entry(listing, "", "", valid_from=TODAY)
    held = register_form.held(to_key(empty, new=True))
    with st.expander(_("Ny post i listan"), expanded=held is not None):
        show_form(None, empty, entries)


def show_list(searched: str, entries: Sequence[Entry]) -> None:
    """The list as a table, or why it is empty."""
    found = register_words.find(entries, searched)
    if found:
        register.show_table(found, st.query_params.get("post"))
    else:
        st.info(_("Ingen post hittades. Ändra sökningen eller välj en annan lista."))


def show_all() -> None:
    """The chosen list, its chosen entry, and a new one."""
    st.caption(
        _(
            "Registret säger vad som räknas och hur. Det som ingen har beslutat står som förslag. "
            "Den nationella samordnaren ändrar det."
        )
    )
    listing, searched = register.show_choice()
    found = fetch_register(viewer=VIEWER)
    entries = [entry for entry in found.entries if entry.listing is listing]
    st.header(register_words.headline(entries, TODAY), anchor=False)
    notices.show(register_notices.PAGE)
    show_list(searched, entries)
    chosen = st.query_params.get("post")
    entry = found.find(listing, chosen) if chosen else None
    if entry is not None:
        show_one(entry, entries)
    elif chosen:
        st.warning(_("Posten i adressen finns inte i listan. Välj en i tabellen."))
    if EDITS:
        show_new(listing, entries)


def _is_open(entry: Entry) -> bool:
    return register_form.held(to_key(entry, new=False)) is not None


show_all()
