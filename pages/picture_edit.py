"""Writing a lägesbild: the form, and beside it how it will look."""

from datetime import date
from functools import partial

import streamlit as st

from data_access.areas import UnknownArea
from data_access.picture_drafts import Manuscript
from data_access.viewer import Viewer
from pages import picture_body, picture_save
from pages.figure_levels import newest_release
from pages.picture_names import to_choices
from pages.picture_parts import resolve
from pages.picture_wanted import Wanted
from reporting.picture_text import Marker
from ui import filters, picture_address, picture_form
from ui.picture_form import Held
from words import _


def show(manuscript: Manuscript, today: date, viewer: Viewer) -> None:
    """A new version of one that is there."""
    newest, release = manuscript.newest, newest_release(viewer)
    st.header(_("Ändra lägesbilden"), anchor=False)
    st.button(
        _("Avbryt"),
        key="bild_avbryt",
        on_click=filters.put,
        kwargs={picture_address.WRITE: None},
        help=_("Det du har skrivit finns kvar här tills du loggar ut."),
    )
    start = Held(newest.title, newest.day, newest.text, newest.number, newest.number)
    form = to_key(str(manuscript.number), viewer)
    held = picture_form.hold(form, start)
    if newest.number > held.began:
        picture_form.show_theirs(held.text, newest.text, newest.number)
    number = release.number if release else None
    save = partial(picture_save.save, manuscript.number, number)
    show_form(form, start, today, Wanted(manuscript.area, newest.day, number, viewer), save)


def show_left(manuscript: Manuscript, viewer: Viewer) -> None:
    """What she was writing when it was published."""
    held = picture_form.find_held(to_key(str(manuscript.number), viewer))
    if held is not None and held.text != manuscript.newest.text:
        picture_form.show_left(held)


def show_form(form: str, start: Held, today: date, wanted: Wanted, save: picture_form.Save) -> None:
    """The fields to the left, how it will look to the right."""
    held = picture_form.hold(form, start)
    left, right = st.columns(2, gap="large")
    with left:
        picture_form.show_fields(form, held, today)
        own = wanted._replace(on=held.day)
        picture_form.show_insert(form, _find_choices(own))
        picture_form.show_save(form, save, is_new=start.base == 0)
    with right, st.container(border=True):
        st.caption(_("Så kommer den att se ut. Siffrorna låses när den godkänns."))
        try:
            found = resolve(held.text, own)
        except UnknownArea:
            st.warning(_("Området fanns inte den dagen. Välj en annan dag."))
            return
        picture_form.show_problems(found.problems)
        picture_body.show(held.text, found.parts, held.title, own.viewer, name=form)


def _find_choices(wanted: Wanted) -> dict[Marker, str]:
    try:
        return to_choices(wanted)
    except UnknownArea:
        return {}


def to_key(what: str, viewer: Viewer) -> str:
    """The key of a form: what one writes in one role is not shown in another."""
    return f"bild_{what}_{viewer.role}_{viewer.subject}"
