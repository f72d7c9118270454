"""The reports in the making, and those that are done."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import streamlit as st

from ui import document_words
from words import _

Maker = Callable[[], bytes]


class Shown(NamedTuple):
    """A report as it is listed: its number, title, choice in words, file name without its ending;
    what is said of it; the share that is made (None = not in the making); kind → what makes the
    file that is taken away."""

    number: int
    title: str
    lines: str
    name: str
    said: str
    share: float | None
    files: Mapping[str, Maker]


def show(shown: Shown, cancel: Callable[[int], None], remove: Callable[[int], None]) -> None:
    """One report with its progress or its files."""
    with st.container(border=True, key=f"rapport_{shown.number}"):
        st.markdown(f"**{shown.title}**  \n{shown.lines}")
        if shown.share is not None:
            st.progress(shown.share, text=shown.said)
            _show_button(_("Avbryt"), ":material/close:", "avbryt", shown.number, cancel)
            return
        st.markdown(shown.said)
        with st.container(horizontal=True):
            for kind, maker in shown.files.items():
                st.download_button(
                    document_words.KINDS[kind],
                    maker,
                    file_name=f"{shown.name}.{kind}",
                    mime=document_words.TYPES[kind],
                    on_click="ignore",
                    icon=":material/download:",
                    key=f"hamta_{shown.number}_{kind}",
                )
            _show_button(_("Ta bort"), ":material/delete:", "ta_bort", shown.number, remove)


def _show_button(label: str, icon: str, key: str, number: int, done: Callable[[int], None]) -> None:
    st.button(
        label, icon=icon, key=f"{key}_{number}", on_click=done, args=(number,), type="tertiary"
    )
