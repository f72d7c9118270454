"""Publishing: what the next release would bring, making it, and those that are made."""

import streamlit as st

import settings
from data_access.engine import DatabaseUnavailable
from data_access.lease import UnderWay
from data_access.release_news import read_news
from data_access.releases import fetch_releases
from data_access.releasing import NothingNew, make_release
from data_access.scope import NotAllowed
from data_access.viewer import Right, Viewer
from indicators.protection.attack import UnsafeRelease
from indicators.protection.base import parse_base
from indicators.protection.cell_errors import CellError
from indicators.protection.group_facts import WholeGroup
from indicators.protection.keys import KeyChanged, NoKey
from indicators.protection.revision import BaseChanged
from ui import notices, release_view
from web import log
from words import _

_ASKED = "bob_release_asked"
_REASONS = {
    UnderWay: "under-way",
    NothingNew: "nothing-new",
    NoKey: "no-key",
    KeyChanged: "key-changed",
    BaseChanged: "base-changed",
    UnsafeRelease: "unsafe",
    WholeGroup: "whole-group",
    NotAllowed: "not-allowed",
    DatabaseUnavailable: "database-away",
}


def show(viewer: Viewer) -> None:
    """The view of Granska. Who publishes sees what the next release would bring."""
    notices.show(release_view.PLACE)
    base, _fell_back = parse_base(settings.load().protection_base)
    release_view.show_explanation(base)
    if viewer.may(Right.PUBLISH):
        _show_next(viewer)
    release_view.show_releases(fetch_releases(viewer=viewer))


def _show_next(viewer: Viewer) -> None:
    news = read_news(viewer=viewer)
    st.markdown(release_view.news_words(news.new, news.changed, news.gone))
    if st.session_state.pop(_ASKED, None) is not None:
        _publish(viewer)
    elif news.is_any:
        release_view.show_publish(news.number, _ask)


def _ask() -> None:
    st.session_state[_ASKED] = True


def _publish(viewer: Viewer) -> None:
    """Make the release while the page shows how far it is; then say what became of it."""
    bar = st.progress(0.0, text=_("Utgåvan görs. Låt sidan stå öppen …"))
    note = st.session_state.get(release_view.NOTE) or ""
    try:
        number = make_release(
            viewer=viewer, note=note, tell=lambda done, of: bar.progress(done / max(of, 1))
        )
        release_view.keep_done(number)
    except (*_REASONS, CellError) as error:
        log.failure("no release", error)
        reasons = (reason for kind, reason in _REASONS.items() if isinstance(error, kind))
        release_view.keep_problem(next(reasons, "unfit"))
    st.rerun()
