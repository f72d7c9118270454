"""The top of an area's page: what it is, and all that rests on councils' events."""

import streamlit as st

import settings
from data_access.area import Area
from data_access.establishment import fetch_history
from data_access.releases import Release
from data_access.viewer import Viewer
from pages import area_course, area_news, area_panel, area_written, kept
from ui import area_card, formats, tables
from ui.choice import Choice
from ui.sheet import release_name
from words import _


def show(area: Area, choice: Choice, release: Release | None, viewer: Viewer) -> None:
    """What the area is, and all that is known of it from events, kept."""

    def draw() -> None:
        draw_top(area, choice, release)
        draw_below(area, choice, viewer)

    kept.show("omrade-handelser", draw, viewer)


def draw_top(area: Area, choice: Choice, release: Release | None) -> None:
    """Name and kind, and below it day, release and whether it is made up: on paper too."""
    told = [_("läget {day}").format(day=formats.day(choice.day))]
    if release:
        told.append(release_name(release.number, release.made_at))
    if settings.load().example:
        told.append(_("EXEMPELDATA"))
    area_card.show_heading(area.name, area.level, *told)


def draw_below(area: Area, choice: Choice, viewer: Viewer) -> None:
    """Stage, course and coverage; who lives there, the need, what is new and what is written."""
    left, right = st.columns([3, 2], gap="large")
    with left:
        area_panel.show_stage(area, choice.day, viewer)
        area_course.show(area, choice, viewer)
        area_panel.show_coverage(area, choice, viewer)
        history = fetch_history(area.code, choice.day, viewer=viewer)
        if not history.empty:
            st.header(_("Händelser"), anchor=False)
            tables.show_history(history)
    with right:
        area_panel.show_people_and_parts(area, choice.day, viewer)
        area_panel.show_need(area, choice.day, viewer)
        area_card.show_validity(area.valid_from, area.valid_to)
        area_news.show(area, choice, viewer)
        area_written.show_pictures(area, choice, viewer)
