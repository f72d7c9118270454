"""Councils where school or health care have been absent for quarters in a row."""

import streamlit as st

from pages import sheets
from pages.meeting_parts import PAGE, Shown, to_about
from ui import absence_words, meeting_tables
from ui.sheet import Sheet
from words import _


def show(shown: Shown) -> None:
    """In how many councils, which, and what could not be judged."""
    found = shown.found
    st.header(_("Frånvarande två kvartal i rad"), anchor=False, help=absence_words.rule())
    said = [absence_words.absent(group, judged) for group, judged in found.away.items()]
    st.markdown("\n\n".join(said))
    units, names = found.place.units, found.place.names
    regions = dict(zip(units["area"], units["region"].map(names), strict=True))
    table = meeting_tables.to_absences(found.away, names, regions)
    if table.empty:
        return
    about = to_about(shown, absence_words.rule())
    one = Sheet(table, " ".join(said), about, heads=2)
    sheets.show(one, "deltagande_franvaro", page=PAGE, viewer=shown.viewer, height=330)
