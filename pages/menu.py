"""Which pages there are, and whom each is for."""

from collections.abc import Callable
from typing import NamedTuple

import streamlit as st

from data_access.viewer import Right, Viewer
from words import _


class Entry(NamedTuple):
    """A page: its file's name is its address; `is_for` tells whose menu it is in."""

    name: str
    title: str
    section: str
    is_for: Callable[[Viewer], bool]


def _reads(viewer: Viewer) -> bool:
    return viewer.sees_figures


def _reports(viewer: Viewer) -> bool:
    return viewer.may(Right.REPORT)


def _manages(viewer: Viewer) -> bool:
    return viewer.may(Right.MANAGE)


def _approves(viewer: Viewer) -> bool:
    return viewer.may(Right.APPROVE)


START, OPERATIONS, ABOUT = "oversikt", "drift", "om"


def entries() -> list[Entry]:
    """Every page, in the menu's order."""
    overview, below, manage = _("Läget"), _("Underlag"), _("Förvaltning")
    follow, report = _("Uppföljning"), _("Rapportering")
    return [
        Entry("oversikt", _("Översikt"), overview, _reads),
        Entry("karta", _("Karta"), overview, _reads),
        Entry("omrade", _("Område"), overview, _reads),
        Entry("etablering", _("Etablering"), follow, _reads),
        Entry("tackning", _("Täckning"), follow, _reads),
        Entry("deltagande", _("Deltagande"), follow, _reads),
        Entry("trender", _("Trender"), follow, _reads),
        Entry("insatser", _("Insatser och mål"), follow, _reads),
        Entry("exempel", _("Goda exempel"), follow, _reads),
        Entry("rapportera", _("Rapportera"), report, _reports),
        Entry("granska", _("Granska och publicera"), report, _approves),
        Entry("lagesbilder", _("Lägesbilder"), report, _reads),
        Entry("register", _("Register"), report, _reads),
        Entry("anvandare", _("Användare"), manage, _manages),
        Entry("nycklar", _("Nycklar"), manage, _manages),
        Entry("logg", _("Granskningslogg"), manage, _manages),
        Entry(OPERATIONS, _("Driftläge"), manage, _manages),
        Entry("rapporter", _("Rapporter"), below, _reads),
        Entry(ABOUT, _("Om uppgifterna"), below, lambda _anyone: True),
    ]


def names() -> frozenset[str]:
    """Every page's name, which is its address."""
    return frozenset(entry.name for entry in entries())


def to_menu(viewer: Viewer | None) -> dict[str, list[st.Page]]:
    """Streamlit's menu. A page that is not for the viewer has its address all the same, so that a
    link to it meets a word of why and not another page."""
    menu: dict[str, list[st.Page]] = {}
    for entry in entries():
        shown = viewer is not None and entry.is_for(viewer)
        page = st.Page(
            f"{entry.name}.py",
            title=entry.title,
            default=entry.name == START,
            visibility="visible" if shown else "hidden",
        )
        menu.setdefault(entry.section, []).append(page)
    return menu


def find(name: str) -> Entry:
    """The page of an address's last part ('' = the start)."""
    return next(entry for entry in entries() if entry.name == (name or START))
