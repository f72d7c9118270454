"""The frame of every page: who is asking, filter bar, menu. Runs before each page."""

import streamlit as st

import settings
from data_access.engine import DatabaseUnavailable, WrongSchema
from data_access.kind import WrongKind, fetch_kind
from data_access.prepare import ensure_prepared
from data_access.version import picture
from data_access.viewer import Role, Viewer
from pages import (
    asking,
    guided,
    menu,
    operation_away,
    page_about,
    search_box,
    session_end,
)
from pages.running import rerun
from pages.trouble import failures_told
from ui import frame, languages
from ui.people import role_name
from words import _


def _show_top(entry: menu.Entry, viewer: Viewer) -> None:
    """The title, what is said of the page, the search, and who is looking: to sign out, or in the
    demonstration to look as another."""
    signs_in = settings.load().signs_in
    words = _("Inloggad som {role}") if signs_in else _("Visas som {role}")
    frame.show_top(
        entry.title,
        words.format(role=role_name(viewer.role)),
        ["ut"] if signs_in else [str(role) for role in Role],
        (lambda _out: _("Logga ut")) if signs_in else (lambda role: role_name(Role(role))),
        (lambda _out: st.logout()) if signs_in else (lambda role: asking.choose_role(Role(role))),
        example=settings.load().example,
        about=lambda: page_about.show(entry.name, viewer),
        search=lambda: search_box.show(viewer),
    )


def _show(page: st.Page, name: str) -> None:
    viewer = asking.current_viewer()
    fetch_kind(viewer=viewer)
    entry = menu.find(name)
    _show_top(entry, viewer)
    session_end.show(viewer)
    guided.show(entry, viewer)
    if entry.is_for(viewer):
        page.run()
    elif name == menu.START:
        frame.show_no_figures([(e.name, e.title) for e in menu.entries() if e.is_for(viewer)])
    else:
        asking.note_refusal(viewer, name)
        frame.show_not_for_role()


def _ask() -> tuple[Viewer | None, Exception | None]:
    """Whom to draw the menu for, and what is wrong, told where the page would be."""
    try:
        ensure_prepared()
        return asking.ask().viewer, None
    except (DatabaseUnavailable, WrongSchema, WrongKind) as error:
        return None, error


def _run() -> None:
    languages.choose()
    st.set_page_config(page_title=_("Lägesbild bob"), page_icon="🧭", layout="wide")
    with picture():
        frame.show_logo()
        viewer, trouble = _ask()
        page = st.navigation(menu.to_menu(viewer), position="top")
        # the product's name alone would be the name of every tab
        st.set_page_config(page_title=f"{page.title} – {_('Lägesbild bob')}")
        name = page.url_path or menu.START
        told = failures_told(operation_away.show) if name == menu.OPERATIONS else failures_told()
        with rerun(name), told:
            if trouble is not None:
                raise trouble
            _show(page, name)


_run()
