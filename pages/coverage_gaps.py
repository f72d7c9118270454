"""Täckning on the day: where most young people live without an established council."""

import streamlit as st

from pages import coverage_reads, reads, sheets
from pages.coverage_asked import PAGE, Asked, to_about
from ui import coverage_fields, coverage_tables, coverage_words, filters
from ui.coverage_choice import YOUNG
from ui.headings import as_text
from ui.sheet import Beside, Sheet
from words import _


def show_gaps(asked: Asked) -> None:
    """The ranked list; a row selects the area on the map."""
    choice, viewer = asked.choice, asked.viewer
    st.header(_("Där flest unga bor utan etablerat råd"), anchor=False)
    coverage_fields.show_shown(only=asked.coverage.only)
    gaps = coverage_reads.fetch_gaps(choice.day, *asked.within, viewer=viewer)
    st.markdown(coverage_words.listed(gaps))
    if gaps.empty:
        return
    shown = coverage_words.to_shown(gaps, only=asked.coverage.only)
    names = reads.fetch_names(choice.day, viewer=viewer)["lpo"]
    table = coverage_tables.to_gaps(shown, names)
    coverage_fields.show_gaps(table, shown["lpo"].to_list(), choice.area)
    percents = (_("Andel"), _("Hittills"))
    beside = Beside(percents=percents, codes=shown["lpo"].to_list())
    one = Sheet(table, coverage_words.listed(gaps), to_about(asked, YOUNG), beside=beside)
    with st.container(horizontal=True, vertical_alignment="center"):
        sheets.show_file(one, "tackning-utan-rad", page=PAGE, viewer=viewer)
        show_way(asked)
    st.caption(coverage_words.columns(coverage_reads.to_basis(choice.day, viewer)))


def show_way(asked: Asked) -> None:
    """The way to all about the selected area."""
    area = asked.choice.area
    if area:
        names = reads.fetch_names(asked.choice.day, viewer=asked.viewer)
        name = next(of[area] for of in names.values() if area in of)
        label = _("Allt om {name}").format(name=as_text(name))
        st.page_link("omrade.py", label=label, query_params=filters.parameters())
