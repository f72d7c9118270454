"""A published lägesbild, from what was frozen alone, and beside it what has changed since."""

from datetime import date
from functools import partial

import streamlit as st

from data_access.viewer import Right, Viewer
from pages import explaining, picture_body, picture_explained, picture_save, picture_since
from pages.picture_compared import show_choice
from pages.picture_draft import to_told
from pages.picture_opening import Opened
from ui import picture_steps, picture_view
from words import _


def show(opened: Opened, today: date, viewer: Viewer) -> None:
    """What is published, from what was frozen alone; beside it what has changed since."""
    published = opened.published
    assert published is not None  # noqa: S101 - what is shown here is published
    content = published.read()
    picture_view.show_heading(content, published.published_at)
    if opened.manuscript is not None and viewer.may(Right.PUBLISH):
        picture_steps.show_withdrawing(
            partial(picture_save.do, published.number, published.version, {})
        )
    left, right = st.columns([3, 2], gap="large")
    with left:
        name = str(published.number)
        picture_body.show(content["text"], content["parts"], content["title"], viewer, name=name)
        explaining.show(picture_explained.of_published(content), f"bild{name}")
    with right:
        show_choice(published, viewer)
        picture_since.show(content, today, viewer)
        if opened.manuscript is not None:
            with st.expander(_("Historik")):
                picture_steps.show_history(to_told(opened.manuscript, viewer))
