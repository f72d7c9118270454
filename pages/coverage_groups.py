"""Täckning by polisregion, län or polisområde: a part that runs by itself."""

from functools import partial

import streamlit as st

from data_access.viewer import Viewer
from pages import charts, coverage_cells_explained, coverage_drawn_reads, kept, sheets
from pages.coverage_asked import PAGE, Asked, to_sheet, to_title
from ui import coverage_fields, coverage_words, filters, formats
from ui.coverage_choice import COUNTY, measure_name, to_coverage_choice
from words import _

TALLEST = 980  # pixels of the table: all polisområden


def show_groups(viewer: Viewer) -> None:
    """The same shares of the chosen groups, one of them as bars, and all in a table."""
    chosen, _problems = to_coverage_choice(st.query_params.to_dict())
    asked = Asked(chosen, filters.current(), viewer)
    st.header(_("Per polisregion, län och polisområde"), anchor=False)
    coverage_fields.show_groups(chosen.per, chosen.of)
    choice = asked.choice
    of = (chosen.per, chosen.of, choice.day, choice.since, *asked.within)
    found = coverage_drawn_reads.fetch_groups(*of, viewer=viewer)
    if found is None:
        st.info(_("Ingen sådan grupp ligger helt inom det du ser."))
        return
    st.markdown(found.said)
    left, right = st.columns([2, 3], gap="large")
    with left:
        name = _("{measure} med etablerat råd").format(measure=measure_name(chosen.of))
        mark = _("lägst andel överst, strecket: {day}").format(day=formats.short_day(choice.since))
        title = to_title(asked, name, f"{asked.place}, {mark}")
        charts.draw(found.drawing, title, found.said, "tackning_grupper", viewer=viewer)
    with right:
        one = kept.show(
            "tackning-grupper", partial(to_sheet, asked, found.table, found.said), viewer
        )
        known = partial(coverage_cells_explained.of_group, asked, chosen.per, found.table)
        name = f"tackning-{chosen.per}"
        sheets.show(one, name, page=PAGE, viewer=viewer, height=TALLEST, explain=known)
        crosses = chosen.per == COUNTY or choice.lan
        told = [coverage_words.definition(chosen.of), coverage_words.crossing() if crosses else ""]
        st.caption(" ".join(told))
