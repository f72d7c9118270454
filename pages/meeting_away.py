"""Councils where school or health care have been absent for quarters in a row."""

from functools import partial

import streamlit as st

from pages import kept, sheets
from pages.meeting_parts import PAGE, Shown, to_about
from ui import absence_words, meeting_tables
from ui.sheet import Sheet
from words import _


def show(shown: Shown) -> None:
    """In how many councils, which, and what could not be judged."""
    one = kept.show("deltagande-franvaro", partial(_draw, shown), shown.viewer)
    if one is not None:
        sheets.show(one, "deltagande_franvaro", page=PAGE, viewer=shown.viewer, height=330)


def _draw(shown: Shown) -> Sheet | None:
    """What is said, and the table; None when there is nothing in it."""
    found = shown.found
    st.header(_("Frånvarande två kvartal i rad"), anchor=False, help=absence_words.rule())
    said = [absence_words.absent(group, judged) for group, judged in found.away.items()]
    st.markdown("\n\n".join(said))
    units, names = found.place.units, found.place.names
    regions = dict(zip(units["area"], units["region"].map(names), strict=True))
    table = meeting_tables.to_absences(found.away, names, regions)
    if table.empty:
        return None
    return Sheet(table, " ".join(said), to_about(shown, absence_words.rule()), heads=2)
