"""Täckning on the day: the four shares and the map."""

from dataclasses import replace
from functools import partial

import streamlit as st

import clock
from indicators.coverage import SHARES
from pages import (
    charts,
    coverage_cells_explained,
    coverage_drawn_reads,
    coverage_reads,
    kept,
    sheets,
)
from pages.coverage_asked import PAGE, Asked, to_about, to_title
from pages.map_parts import show_map
from ui import coverage_gap_words, coverage_tables, coverage_words, filters, formats
from ui.coverage_choice import AREAS
from ui.sheet import Sheet
from words import _


def to_headline(asked: Asked) -> str:
    """The answer of the page."""
    choice, viewer = asked.choice, asked.viewer
    now = coverage_reads.fetch_counts(choice.day, *asked.within, viewer=viewer)
    then = coverage_reads.fetch_counts(choice.since, *asked.within, viewer=viewer)
    gaps = coverage_reads.fetch_gaps(choice.day, *asked.within, viewer=viewer)
    return coverage_words.headline(now, then, gaps, asked.place, choice.day, choice.since)


def holds_areas(asked: Asked) -> bool:
    """Whether any area lies in the choice."""
    now = coverage_reads.fetch_counts(asked.choice.day, *asked.within, viewer=asked.viewer)
    return now[AREAS].counted_over > 0


def show_shares(asked: Asked) -> None:
    """The four shares as bars, and their table."""
    choice, viewer = asked.choice, asked.viewer
    days = (choice.day, choice.since)
    found = coverage_drawn_reads.fetch_shares(*days, *asked.within, viewer=viewer)
    mark = _("strecket: {day}").format(day=formats.short_day(choice.since))
    title = to_title(asked, _("Andel med etablerat råd"), f"{asked.place}, {mark}")
    left, right = st.columns([8, 13], gap="medium")
    with left:
        charts.draw(found.drawing, title, found.said, "tackning_andelar", viewer=viewer)
    with right:
        one = kept.show("tackning-andelar", partial(_to_sheet, asked, found), viewer)
        known = partial(coverage_cells_explained.of_share, asked)
        sheets.show(one, "tackning-andelar", page=PAGE, viewer=viewer, explain=known)


def _to_sheet(asked: Asked, found: coverage_drawn_reads.Drawn) -> Sheet:
    now = coverage_reads.fetch_counts(asked.choice.day, *asked.within, viewer=asked.viewer)
    beside = coverage_tables.beside_shares(now, found.table)
    return Sheet(found.table, found.said, to_about(asked, *SHARES), beside=beside)


def show_on_map(asked: Asked) -> None:
    """Need and councils by local police area."""
    st.header(_("Behov och råd"), anchor=False)
    shown, key = replace(asked.choice, level="lpo", indicator="prioritet"), "tackningskarta"
    show_map(shown, clock.today(), asked.viewer, key=key, height=600, switch=False)
    now = coverage_reads.fetch_counts(asked.choice.day, *asked.within, viewer=asked.viewer)
    st.caption(" ".join([coverage_gap_words.beside_map(), coverage_words.partly(now)]))
    st.page_link(
        "karta.py",
        label=_("Till kartan"),
        icon=":material/map:",
        query_params=filters.parameters() | {"niva": "lpo", "indikator": "prioritet"},
    )
