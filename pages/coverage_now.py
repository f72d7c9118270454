"""Täckning on the day: the four shares, the map, and where most young people live without."""

from dataclasses import replace

import streamlit as st

from indicators.coverage import SHARES
from pages import clock, coverage_drawn_reads, coverage_reads, reads, sheets
from pages.coverage_asked import PAGE, Asked, to_about, to_title
from pages.map_parts import show_map
from ui import chart_base, coverage_fields, coverage_tables, coverage_words, filters, formats
from ui.coverage_choice import AREAS, YOUNG
from ui.headings import as_text
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
        chart_base.show(found.drawing, title, found.said, "tackning_andelar")
    with right:
        one = Sheet(found.table, found.said, to_about(asked, *SHARES))
        sheets.show(one, "tackning-andelar", page=PAGE, viewer=viewer)


def show_on_map(asked: Asked) -> None:
    """Need and councils by local police area."""
    st.header(_("Behov och råd"), anchor=False)
    shown, key = replace(asked.choice, level="lpo", indicator="prioritet"), "tackningskarta"
    show_map(shown, clock.today(), asked.viewer, key=key, height=600, switch=False)
    now = coverage_reads.fetch_counts(asked.choice.day, *asked.within, viewer=asked.viewer)
    st.caption(" ".join([coverage_words.on_map(), coverage_words.partly(now)]))
    st.page_link(
        "karta.py",
        label=_("Till kartan"),
        icon=":material/map:",
        query_params=filters.parameters() | {"niva": "lpo", "indikator": "prioritet"},
    )


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
    one = Sheet(table, coverage_words.listed(gaps), to_about(asked, YOUNG))
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
