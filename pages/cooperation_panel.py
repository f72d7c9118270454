"""Samverkan i dag: what cooperation there is per kommun, and where the mappings stand."""

from collections.abc import Collection

import pandas as pd
import streamlit as st

import settings
from data_access.areas import fetch_area
from data_access.releases import Release
from data_access.viewer import Viewer
from pages import charts, reads, sheets
from pages.cooperation_reads import fetch_cooperation
from pages.figure_levels import newest_release
from pages.place_words import to_place
from ui import cooperation, cooperation_chart
from ui.chart_base import Title
from ui.choice import Choice
from ui.sheet import Beside, Sheet, release_name, to_about, to_source
from words import _


def show(choice: Choice, viewer: Viewer, *, page: str, pictures: bool = True) -> None:
    """The heading, the answer, pictures of forms and mappings, and every kommun in a table."""
    release = newest_release(viewer)
    found = _fetch(choice, release, viewer) if release else pd.DataFrame()
    if release is None or found.empty:
        return
    st.header(_("Samverkan i dag"), anchor=False)
    told = cooperation.to_told(found)
    st.markdown(f"{told}\n\n{cooperation.to_late(found)}")
    if pictures:
        _show_pictures(found, release, choice, viewer)
    definition = _(
        "Samverkansformer enligt det senaste årets rapport. Kartläggning enligt lagen (2023:196), "
        "som ska göras minst vartannat år."
    )
    about = to_about(
        _("Samverkan i dag"),
        to_place(choice, viewer),
        choice.day,
        definition,
        release_name(release.number, release.made_at),
        example=settings.load().example,
    )
    codes = Beside(codes=found["code"].to_list())
    sheet = Sheet(cooperation.to_table(found), told, about, beside=codes)
    sheets.show(sheet, "samverkan", page=page, viewer=viewer)
    st.caption(
        _(
            "{definition} Former med samma uppgift är SSPF, SSP och social insatsgrupp; EST och "
            "Trygg i; brottsförebyggande råd och överenskommelse. Att de finns är en fråga att "
            "ställa, inte ett fel."
        ).format(definition=definition)
    )


def _show_pictures(found: pd.DataFrame, release: Release, choice: Choice, viewer: Viewer) -> None:
    left, right = st.columns(2, gap="large")
    name, of = release_name(release.number, release.made_at), to_place(choice, viewer)
    source = to_source(choice.day, name, example=settings.load().example)
    forms = cooperation_chart.to_forms_drawing(found)
    with left:
        if forms:
            title = Title((_("Samverkansformer"), of), source)
            told = cooperation_chart.forms_told(found)
            charts.draw(forms, title, told, "samverkan_former", viewer=viewer)
    with right:
        lan = reads.fetch_names(choice.day, viewer=viewer)["lan"]
        states = cooperation_chart.to_states_drawing(found, lan)
        title = Title((_("Kommunernas kartläggning"), of), source)
        told = cooperation.to_told(found)
        charts.draw(states, title, told, "samverkan_kartlaggning", viewer=viewer)


def _fetch(choice: Choice, release: Release, viewer: Viewer) -> pd.DataFrame:
    found = fetch_cooperation(choice.day, release=release.number, viewer=viewer)
    return found[found["code"].isin(_to_kommuner(choice, viewer))].reset_index(drop=True)


def _to_kommuner(choice: Choice, viewer: Viewer) -> Collection[str]:
    """The kommuner of the chosen area, or within the chosen region and län."""
    if choice.area:
        area = fetch_area(choice.area, choice.day, viewer=viewer)
        if area.level == "kommun":
            return {area.code}
        return {code for code, _name, _part in area.kommuner}
    asked = ("kommun", choice.day, choice.region, choice.lan)
    return set(reads.fetch_inside(*asked, viewer=viewer))
