"""Täckning on the day: where most young people live without an established council."""

from functools import partial

import streamlit as st

from pages import coverage_reads, kept, reads, sheets
from pages.coverage_asked import PAGE, Asked, to_about
from ui import coverage_fields, coverage_gap_words, coverage_tables, filters
from ui.coverage_choice import YOUNG
from ui.headings import as_text
from ui.sheet import Beside, Sheet
from words import _


def show_gaps(asked: Asked) -> None:
    """The ranked list; a row selects the area on the map."""
    choice, viewer = asked.choice, asked.viewer
    st.header(_("Där flest unga bor utan etablerat råd"), anchor=False)
    coverage_fields.show_shown(only=asked.coverage.only)
    one = kept.show("tackning-luckor", partial(_draw_listed, asked), viewer)
    if one is None:
        return
    coverage_fields.show_gaps(one.table, one.beside.codes, choice.area)
    with st.container(horizontal=True, vertical_alignment="center"):
        sheets.show_file(one, "tackning-utan-rad", page=PAGE, viewer=viewer)
        show_way(asked)
    st.caption(coverage_gap_words.columns(reads.to_young_basis(choice.day, viewer)))


def _draw_listed(asked: Asked) -> Sheet | None:
    """What the list says, and the list; None when there is nothing on it."""
    choice, viewer = asked.choice, asked.viewer
    gaps = coverage_reads.fetch_gaps(choice.day, *asked.within, viewer=viewer)
    said = coverage_gap_words.listed(gaps)
    st.markdown(said)
    if gaps.empty:
        return None
    shown = coverage_gap_words.to_shown(gaps, only=asked.coverage.only)
    names = reads.fetch_names(choice.day, viewer=viewer)["lpo"]
    beside = Beside(percents=(_("Andel"), _("Hittills")), codes=shown["lpo"].to_list())
    table = coverage_tables.to_gaps(shown, names)
    return Sheet(table, said, to_about(asked, YOUNG), beside=beside)


def show_way(asked: Asked) -> None:
    """The way to all about the selected area."""
    area = asked.choice.area
    if area:
        names = reads.fetch_names(asked.choice.day, viewer=asked.viewer)
        name = next(of[area] for of in names.values() if area in of)
        label = _("Allt om {name}").format(name=as_text(name))
        st.page_link("omrade.py", label=label, query_params=filters.parameters())
