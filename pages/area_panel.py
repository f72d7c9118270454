"""The chosen area beside the map: name, way up and down, stage, shares, population, parts."""

from datetime import date

import streamlit as st

from data_access.areas import Area, fetch_area
from data_access.establishment import fetch_events
from data_access.viewer import Viewer
from geodata.division import FIRST_DAY
from pages import explaining, map_explained, row_reads
from ui import area_card, controls, filters, paper
from ui.choice import Choice
from ui.headings import as_text
from ui.map_indicators import LEVELS_ABOVE, indicators_at
from words import _


def show(choice: Choice, viewer: Viewer) -> None:
    """The chosen area, or what to do to choose one."""
    if not choice.area:
        with paper.on_screen("valj"):
            st.header(_("Välj ett område"), anchor=False)
            st.markdown(
                _(
                    "Klicka på kartan eller på en rad i tabellen. Med tangentbordet: gå till "
                    "kartan med Tabb, flytta med pilarna och välj med Retur."
                )
            )
        return
    area = fetch_area(choice.area, choice.day, viewer=viewer)
    controls.show_breadcrumb(area.path)
    area_card.show_heading(area.name, area.level)
    show_stage(area, choice.day, viewer)
    show_coverage(area, choice, viewer)
    show_people_and_parts(area, choice.day, viewer)
    explaining.show(map_explained.of_area(area, choice, viewer), "karta")
    with st.container(horizontal=True):
        if area.level in controls.BELOW:
            st.button(
                _("Visa områdena i {name}").format(name=as_text(area.name)),
                on_click=controls.drill_down,
                args=(area.code, area.level),
                key="nedat",
            )
        st.page_link(
            "omrade.py",
            label=_("Allt om området"),
            icon=":material/arrow_forward:",
            query_params=filters.parameters(),
        )


def show_stage(area: Area, day: date, viewer: Viewer) -> None:
    """Stage on the day and the way there, for levels that have councils of their own."""
    if area.level not in ("lpo", "kommun", "polisregion"):
        return
    stage = row_reads.fetch_stage_rows(area.level, day, viewer=viewer)[area.code]
    councils: dict[str, list[tuple[date, str | None]]] = {}
    for event in fetch_events(area.code, day, viewer=viewer):
        councils.setdefault(event.council, []).append((event.effective_on, event.stage))
    area_card.show_stage(stage, councils, FIRST_DAY, day)


def show_people_and_parts(area: Area, day: date, viewer: Viewer) -> None:
    """Who lives in the area, and what it consists of."""
    people = row_reads.fetch_population_rows(area.level, day, viewer=viewer)[area.code]
    area_card.show_people_and_parts(people, area.lpos, area.kommuner, area.level)


def show_need(area: Area, day: date, viewer: Viewer) -> None:
    """Whether the area has been assessed as prioritised, and why."""
    if area.level not in ("lpo", "kommun"):
        return
    area_card.show_need(row_reads.fetch_need_rows(area.level, day, viewer=viewer)[area.code])


def show_coverage(area: Area, choice: Choice, viewer: Viewer) -> None:
    """Shares covered, for levels made of several local police areas."""
    if area.level not in LEVELS_ABOVE:
        return
    rows = {
        indicator: row_reads.fetch_status_rows(indicator, area.level, choice.day, viewer=viewer)[
            area.code
        ]
        for indicator in indicators_at(area.level)
    }
    area_card.show_shares(rows)
