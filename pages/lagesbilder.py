"""Lägesbilder: read what is published, set two beside each other, write, approve and publish."""

from collections.abc import Sequence

import streamlit as st

import clock
from data_access.viewer import Right, Viewer
from pages import (
    asking,
    filter_bar,
    part,
    picture_compared,
    picture_draft,
    picture_edit,
    picture_lists,
    picture_new,
    picture_published,
    picture_withdrawn,
)
from pages.picture_opening import Opened, open_picture
from ui import field_row, filters, notices, picture_address, picture_list, picture_notices
from ui.headings import as_text
from ui.picture_address import Asked


def show_page(viewer: Viewer) -> None:
    """The list with its filter bar, or one lägesbild without it."""
    fields = filter_bar.read("lagesbilder", viewer)
    asked, problems = picture_address.to_asked(st.query_params.to_dict())
    opened = open_picture(asked.number, viewer) if asked.number else None
    if asked.number and opened is None:
        problems[picture_address.NUMBER] = picture_address.unknown(str(asked.number))
    filters.put(**dict.fromkeys(problems))
    for problem in problems.values():
        st.warning(as_text(problem))
    if opened is not None:
        show_one(asked, opened, viewer)
    elif asked.is_new and viewer.may(Right.APPROVE):
        picture_list.show_back()
        picture_new.show(filters.current(), clock.today(), viewer)
    else:
        show_list(fields, viewer)


def show_list(fields: Sequence[field_row.Field], viewer: Viewer) -> None:
    """The list, whose answer is sent first, whatever its place."""
    bar, top = st.container(), st.container()
    is_new = filter_bar.is_first("lagesbilder")
    with field_row.drawn_last(fields, key=filter_bar.KEY, place=bar, is_new=is_new):
        with top:
            notices.show(picture_notices.PAGE)
        picture_lists.show(filters.current(), top, viewer)


def show_one(asked: Asked, opened: Opened, viewer: Viewer) -> None:
    """The opened lägesbild: beside another one, to be written, to be read, or withdrawn."""
    picture_list.show_back()
    notices.show(picture_notices.PAGE)
    if opened.withdrawn is not None:
        if opened.manuscript is not None and asked.writes:
            picture_edit.show_left(opened.manuscript, viewer)
        picture_withdrawn.show(opened.withdrawn, opened.manuscript, viewer)
    elif opened.published is not None and asked.other is not None:
        picture_compared.show(opened.published, asked.other, viewer)
    elif opened.published is None and opened.manuscript is not None and asked.writes:
        picture_edit.show(opened.manuscript, clock.today(), viewer)
    elif opened.published is not None:
        if opened.manuscript is not None and asked.writes:
            picture_edit.show_left(opened.manuscript, viewer)
        picture_published.show(opened, clock.today(), viewer)
    elif opened.manuscript is not None:
        picture_draft.show(opened.manuscript, viewer)


VIEWER = asking.current_viewer()
part.show("lagesbilder", show_page, VIEWER, alone=True)
