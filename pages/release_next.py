"""The next release, for who publishes: what it would bring, a trial of it, and making it."""

from collections.abc import Callable

import streamlit as st

from data_access.release_errors import FOUND, NOT_MADE, to_reason
from data_access.release_news import read_news
from data_access.release_preview import preview_release
from data_access.releasing import Tell, make_release
from data_access.viewer import Viewer
from indicators.protection.findings import to_found
from pages import release_trial, turns
from ui import release_notices, release_view
from web import log
from words import _

_ASKED = "bob_release_asked"
_PUBLISH, _TRY = "publish", "try"


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
        trial = release_trial.read(viewer)
        release_view.show_steps(
            news.number,
            lambda: _ask(_TRY),
            lambda: _ask(_PUBLISH),
            hindered=trial.is_hindered,
        )
        release_trial.show(trial, viewer)


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
        with turns.given_up():  # it takes a minute or more, in which others read
            do()
    except NOT_MADE as error:
        log.failure("no release", error)
        if isinstance(error, FOUND):
            release_trial.keep_found(to_found(error), viewer)
        keep_problem(to_reason(error))
    st.rerun()


def _to_bar(text: str) -> Tell:
    bar = st.progress(0.0, text=text)
    return lambda done, of: bar.progress(done / max(of, 1), text=text)
