"""The list of lägesbilder: published ones within the choice; for who writes also what waits, and
what was withdrawn."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data_access.picture_drafts import Manuscript, list_unpublished
from data_access.picture_rules import APPROVED, BACK, SENT, WITHDRAWN
from data_access.picture_scope import may_approve
from data_access.pictures import fetch_pictures
from data_access.viewer import Right, Viewer
from pages import subscription
from pages.answer import let_be_read
from pages.picture_choice import to_chosen, to_where
from pages.picture_opening import find_area
from ui import formats, picture_list, picture_words
from ui.choice import Choice
from ui.news_topics import PICTURES
from ui.picture_list import MOST_CARDS, Card
from words import _


def show(choice: Choice, top: DeltaGenerator, viewer: Viewer) -> None:
    """The sentence in its place on top, what waits for her, drafts, what is published, and what
    was withdrawn."""
    found = to_chosen(fetch_pictures(viewer=viewer), choice, viewer)
    writes = viewer.may(Right.APPROVE)
    hidden = list_unpublished(viewer=viewer) if writes else []
    drafts = [one for one in hidden if one.state != WITHDRAWN]
    mine = [one for one in drafts if is_waiting(one, viewer)]
    newest = picture_list.to_newest_day(found)
    titles, where = list(found["title"]), to_where(choice, viewer)
    said = picture_words.headline(titles, newest, len(mine), where, writes=writes)
    top.container(key="svar").markdown(said)
    let_be_read(said)
    subscription.show(viewer, PICTURES)
    if writes:
        picture_list.show_new()
        show_hidden(_("Väntar på dig"), mine, viewer, "mina")
        others = [one for one in drafts if one not in mine]
        show_hidden(_("Övriga utkast"), others, viewer, "andras")
    if not found.empty:
        show_published(found)
    withdrawn = [one for one in hidden if one.state == WITHDRAWN]
    withdrawn.sort(key=lambda one: one.steps[-1].at, reverse=True)
    show_hidden(_("Tillbakadragna"), withdrawn, viewer, "tillbakadragna")


def show_published(found: pd.DataFrame) -> None:
    """The newest as cards, all of them as a table when they are more."""
    st.header(_("Publicerade"), anchor=False)
    rows = found.head(MOST_CARDS).to_dict("records")
    picture_list.show_cards([picture_list.to_published_card(row) for row in rows], "ute")
    if len(found) > MOST_CARDS:
        st.header(_("Alla i urvalet"), anchor=False)
        picture_list.show_table(found)


def show_hidden(title: str, manuscripts: list[Manuscript], viewer: Viewer, key: str) -> None:
    """Those that are not to be read by all as cards, with where each stands; nothing when there
    are none."""
    if manuscripts:
        st.header(title, anchor=False)
        picture_list.show_cards([_to_card(one, viewer) for one in manuscripts], key)


def is_waiting(manuscript: Manuscript, viewer: Viewer) -> bool:
    """Whether it is for the viewer to take the next step with it."""
    if manuscript.state == BACK:
        return viewer.subject in manuscript.authors
    if manuscript.state == APPROVED:
        return viewer.may(Right.PUBLISH)
    area = find_area(manuscript.area, manuscript.newest.day, viewer)
    level = area.level if area else ""
    return manuscript.state == SENT and may_approve(level, manuscript.authors, viewer)


def _to_card(manuscript: Manuscript, viewer: Viewer) -> Card:
    newest = manuscript.newest
    area = find_area(manuscript.area, newest.day, viewer)
    name = picture_words.area_title(area.level, area.name) if area else manuscript.area
    day = _("läget {day}").format(day=formats.short_day(newest.day))
    at = manuscript.steps[-1].at if manuscript.state == WITHDRAWN else newest.at
    told = [name, day, *picture_words.standing(manuscript.state, newest.number, at)]
    return Card(manuscript.number, newest.title, " · ".join(told))
