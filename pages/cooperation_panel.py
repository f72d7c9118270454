"""Samverkan i dag: what cooperation there is per kommun, and where the mappings stand."""

from dataclasses import replace

import streamlit as st

import settings
from data_access.releases import Release
from data_access.viewer import Viewer
from pages import charts, sheets
from pages.cooperation_drawn_reads import Cooperation, fetch_drawn
from pages.figure_levels import newest_release
from pages.place_words import to_place
from ui.chart_base import Title
from ui.choice import Choice
from ui.sheet import Beside, Sheet, release_name, to_about, to_source
from words import _


def show(choice: Choice, viewer: Viewer, *, page: str, pictures: bool = True) -> None:
    """The heading, the answer, pictures of forms and mappings, and every kommun in a table."""
    release = newest_release(viewer)
    of = replace(choice, problems=())  # what was wrong is no part of the key
    found = fetch_drawn(of, release=release.number, viewer=viewer) if release else None
    if release is None or found is None:
        return
    st.header(_("Samverkan i dag"), anchor=False)
    st.markdown(f"{found.told}\n\n{found.late}")
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
    sheet = Sheet(found.table, found.told, about, beside=Beside(codes=found.codes))
    sheets.show(sheet, "samverkan", page=page, viewer=viewer)
    st.caption(
        _(
            "{definition} Former med samma uppgift är SSPF, SSP och social insatsgrupp; EST och "
            "Trygg i; brottsförebyggande råd och överenskommelse. Att de finns är en fråga att "
            "ställa, inte ett fel."
        ).format(definition=definition)
    )


def _show_pictures(found: Cooperation, release: Release, choice: Choice, viewer: Viewer) -> None:
    left, right = st.columns(2, gap="large")
    name, of = release_name(release.number, release.made_at), to_place(choice, viewer)
    source = to_source(choice.day, name, example=settings.load().example)
    with left:
        if found.forms:
            title = Title((_("Samverkansformer"), of), source)
            charts.draw(found.forms, title, found.forms_told, "samverkan_former", viewer=viewer)
    with right:
        title = Title((_("Kommunernas kartläggning"), of), source)
        charts.draw(found.states, title, found.told, "samverkan_kartlaggning", viewer=viewer)
