"""How far have we come? Headline figures with change, map, regions, what is new, what is next."""

from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from data_access.milestones import fetch_milestones
from pages import (
    asking,
    clock,
    explained_events,
    explaining,
    news_panel,
    overview_reads,
    reads,
)
from pages.answer import let_be_read
from pages.map_parts import show_map
from ui import filters, formats, overview
from ui.tables import level_name
from words import _

VIEWER = asking.current_viewer()
CHOICE = filters.current()
TODAY = clock.today()

now = overview_reads.fetch_headline(CHOICE.day, CHOICE.region, CHOICE.lan, viewer=VIEWER)
then = overview_reads.fetch_headline(CHOICE.since, CHOICE.region, CHOICE.lan, viewer=VIEWER)
milestones = fetch_milestones(viewer=VIEWER)
answer = overview.to_answer(now, then, CHOICE)
st.container(key="svar").markdown(answer)
let_be_read(answer)
overview.show_headline(now, then, milestones, CHOICE)
explaining.show(explained_events.to_all(overview.to_explained(now), CHOICE, VIEWER), "oversikt")

LEVEL = "polisomrade" if CHOICE.region or CHOICE.lan else "polisregion"
areas = reads.fetch_inside(LEVEL, CHOICE.day, CHOICE.region, CHOICE.lan, viewer=VIEWER)


def shares(day: date) -> pd.DataFrame:
    """Share of prioritised areas with a council, for the regions or what the choice holds."""
    found = reads.fetch_status("prioriterade", LEVEL, day, viewer=VIEWER)
    return found[found["code"].isin(areas)]


left, middle, right = st.columns([8, 6, 6], gap="medium")
with left:
    st.header(_("Lokala råd"), anchor=False)
    show_map(
        replace(CHOICE, level="lpo", indicator="steg"),
        TODAY,
        VIEWER,
        key="oversiktskarta",
        height=600,
        switch=False,
    )
    st.page_link(
        "karta.py", label=_("Till kartan"), icon=":material/map:", query_params=filters.parameters()
    )
with middle:
    st.header(
        _("Prioriterade med råd per {level}").format(level=level_name(LEVEL).lower()), anchor=False
    )
    overview.show_shares(shares(CHOICE.day), shares(CHOICE.since))
with right:
    st.header(_("Nytt sedan {day}").format(day=formats.day(CHOICE.since)), anchor=False)
    news_panel.show(CHOICE, VIEWER)
    st.header(_("Milstolpar"), anchor=False)
    overview.show_milestones(milestones, CHOICE.day)
