"""The next release, for who publishes: what it would bring, a trial of it, and making it."""

from collections.abc import Callable

import streamlit as st

from data_access.engine import DatabaseUnavailable
from data_access.lease import UnderWay
from data_access.release_news import read_news
from data_access.release_preview import preview_release
from data_access.releasing import NothingNew, Tell, make_release
from data_access.scope import NotAllowed
from data_access.viewer import Viewer
from indicators.protection.attack import UnsafeRelease
from indicators.protection.cell_errors import CellError
from indicators.protection.findings import to_found
from indicators.protection.group_facts import WholeGroup
from indicators.protection.keys import KeyChanged, NoKey
from indicators.protection.revision import BaseChanged
from pages import release_trial
from ui import release_notices, release_view
from web import log
from words import _

_ASKED = "bob_release_asked"
_PUBLISH, _TRY = "publish", "try"
_FOUND = (UnsafeRelease, WholeGroup)
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
    """What the next release would bring, and what can be done; when it was just asked for, do it
    while the page shows how far it is."""
    news = read_news(viewer=viewer)
    release_view.show_next(news.new, news.changed, news.gone)
    asked = st.session_state.pop(_ASKED, None)
    if asked == _PUBLISH:
        _publish(viewer)
    elif asked == _TRY:
        _try(viewer)
    elif news.is_any:
        release_view.show_steps(
            news.number,
            lambda: _ask(_TRY),
            lambda: _ask(_PUBLISH),
            hindered=release_trial.is_hindered(viewer),
        )
        release_trial.show(viewer)


def _ask(what: str) -> None:
    st.session_state[_ASKED] = what


def _publish(viewer: Viewer) -> None:
    note = st.session_state.get(release_view.NOTE) or ""
    tell = _to_bar(_("Utgåvan görs. Låt sidan stå öppen …"))

    def make() -> None:
        release_notices.keep_done(make_release(viewer=viewer, note=note, tell=tell))
        release_trial.forget()

    _run(make, release_notices.keep_problem, viewer)


def _try(viewer: Viewer) -> None:
    tell = _to_bar(_("Utgåvan prövas. Låt sidan stå öppen …"))
    release_trial.forget()
    _run(
        lambda: release_trial.keep(preview_release(viewer=viewer, tell=tell), viewer),
        release_notices.keep_untried,
        viewer,
    )


def _run(do: Callable[[], None], keep_problem: Callable[[str], None], viewer: Viewer) -> None:
    """Do it, and say in the next run what became of it."""
    try:
        do()
    except (*_REASONS, CellError) as error:
        log.failure("no release", error)
        if isinstance(error, _FOUND):
            release_trial.keep_found(to_found(error), viewer)
        reasons = (reason for kind, reason in _REASONS.items() if isinstance(error, kind))
        keep_problem(next(reasons, "unfit"))
    st.rerun()


def _to_bar(text: str) -> Tell:
    bar = st.progress(0.0, text=text)
    return lambda done, of: bar.progress(done / max(of, 1), text=text)
