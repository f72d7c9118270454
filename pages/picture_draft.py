"""A lägesbild under way: how it will look, the steps that it has taken and can take."""

import json
from collections.abc import Sequence
from functools import partial
from typing import Any

import streamlit as st

from data_access.picture_drafts import Manuscript
from data_access.picture_rules import APPROVED, BACK, COMMENT, DRAFT, SENT
from data_access.picture_scope import may_approve
from data_access.viewer import Right, Viewer
from pages import picture_body, picture_save
from pages.picture_opening import find_area
from pages.picture_parts import Resolved, resolve
from pages.picture_wanted import Wanted
from ui import picture_form, picture_steps, picture_words
from ui.headings import as_text
from ui.picture_steps import May, Told
from words import _


def show(manuscript: Manuscript, viewer: Viewer) -> None:
    """The text as it would be published, where it stands, and what can be done with it."""
    newest, content = manuscript.newest, _find_approved(manuscript)
    area = find_area(manuscript.area, newest.day, viewer)
    title = picture_words.area_title(area.level, area.name) if area else manuscript.area
    st.header(as_text(newest.title), anchor=False)
    picture_steps.show_state(manuscript.state, newest.number, title)
    if content is None:
        wanted = Wanted(manuscript.area, newest.day, newest.release, viewer)
        found = resolve(newest.text, wanted)
    else:
        found = Resolved(content["parts"], ())
    may = to_may(manuscript, area.level if area else "", found, viewer)
    do = partial(picture_save.do, manuscript.number, newest.number, found.parts)
    picture_steps.show_buttons(may, do)
    picture_form.show_problems(found.problems)
    left, right = st.columns([3, 2], gap="large")
    with left, st.container(border=True):
        st.caption(_("Så kommer den att se ut. Siffrorna låses när den godkänns."))
        name = f"{manuscript.number}-utkast"
        picture_body.show(newest.text, found.parts, newest.title, viewer, name=name)
    with right:
        st.header(_("Steg och kommentarer"), anchor=False)
        picture_steps.show_history(to_told(manuscript, viewer))
        picture_steps.show_comment(do)


def to_may(manuscript: Manuscript, level: str, found: Resolved, viewer: Viewer) -> May:
    """What the viewer, who writes in the area, may do with it as it stands."""
    state, approves = manuscript.state, may_approve(level, manuscript.authors, viewer)
    whole = not found.problems and bool(manuscript.newest.text.strip())
    return May(
        writes=state in (DRAFT, BACK, SENT, APPROVED),
        submits=state in (DRAFT, BACK),
        approves=state == SENT and approves,
        sends_back=state in (SENT, APPROVED) and (approves or viewer.may(Right.PUBLISH)),
        publishes=state == APPROVED and viewer.may(Right.PUBLISH),
        drops=state in (DRAFT, BACK),
        whole=whole,
    )


def to_told(manuscript: Manuscript, viewer: Viewer) -> Sequence[Told]:
    """Every version and step in order of time, as they are told."""
    versions = [
        Told(DRAFT, one.role, one.by == viewer.subject, one.at, one.number, "")
        for one in manuscript.versions
    ]
    steps = [
        Told(one.step, one.role, one.by == viewer.subject, one.at, one.version, one.comment or "")
        for one in manuscript.steps
        if one.step != DRAFT  # its version says the same
    ]
    return sorted([*versions, *steps], key=lambda one: (one.at, one.step == COMMENT))


def _find_approved(manuscript: Manuscript) -> dict[str, Any] | None:
    """What was approved, while the approval holds."""
    last = manuscript.last_step
    approved = last is not None and last.step == APPROVED and last.content
    return json.loads(str(approved)) if approved else None
