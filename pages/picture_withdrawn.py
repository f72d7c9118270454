"""A lägesbild that was published and is shown no more: since when, and why; what it said is for
those who write there alone."""

import json

import streamlit as st

from data_access.picture_drafts import Manuscript
from data_access.picture_rules import APPROVED
from data_access.pictures import WithdrawnPicture
from data_access.viewer import Viewer
from pages import picture_body
from pages.picture_draft import to_told
from ui import picture_steps, picture_view
from words import _


def show(withdrawn: WithdrawnPicture, manuscript: Manuscript | None, viewer: Viewer) -> None:
    """When and why; with the text and its history where the viewer writes."""
    picture_view.show_withdrawn(withdrawn.at, withdrawn.reason)
    if manuscript is None:
        return
    approved = next(one for one in reversed(manuscript.steps) if one.step == APPROVED)
    content = json.loads(str(approved.content))
    st.caption(_("Det som drogs tillbaka, som bara de ser som skriver och godkänner för området:"))
    with st.container(border=True):
        picture_view.show_heading(content, None)
        name = f"{manuscript.number}-tillbakadragen"
        picture_body.show(content["text"], content["parts"], content["title"], viewer, name=name)
    st.header(_("Historik"), anchor=False)
    picture_steps.show_history(to_told(manuscript, viewer))
