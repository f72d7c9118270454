"""The viewer's reports: begun, followed, cancelled, and taken away."""

from datetime import date

import streamlit as st

from data_access.areas import UnknownArea
from data_access.engine import DatabaseUnavailable
from data_access.viewer import Viewer
from pages import acting, document_asked, document_shown
from pages.document_asked import Choices
from reports import jobs
from reports.content.asked import BadScope, BadSpan, UnknownRelease
from ui import document_list, document_words, notices
from web import log

PAGE = "rapporter"
_WATCHED = "bob_reports_watched"


def start(choices: Choices, stamp: date) -> None:
    """Begin the report of the choice, or say why it is not begun. Runs as a callback, so it asks
    anew who is asking."""
    try:
        viewer = acting.who_acts()
        asked = document_asked.to_report(choices, stamp, viewer)
        jobs.start(asked, lambda error: log.failure("report not made", error))
    except jobs.TooMany:
        _refuse("too-many")
    except UnknownRelease:
        _refuse("release")
    except (UnknownArea, BadScope):
        _refuse("area")
    except BadSpan:
        _refuse("period")
    except PermissionError:
        _refuse("not-allowed")
    except DatabaseUnavailable as error:
        log.failure("report not begun", error)
        _refuse(error.state)


def _refuse(reason: str) -> None:
    notices.keep(PAGE, document_words.refused(reason), notices.PROBLEM)


def show(viewer: Viewer) -> None:
    """All of the viewer's own, the newest first."""
    own = jobs.list_jobs(viewer)
    for job in own:
        document_list.show(
            document_shown.to_shown(job, viewer),
            lambda number: jobs.cancel(number, viewer),
            lambda number: jobs.remove(number, viewer),
        )


def is_any_in_the_making(viewer: Viewer) -> bool:
    """Whether there is something to watch."""
    return any(not job.has_ended for job in jobs.list_jobs(viewer))


def watch(viewer: Viewer) -> None:
    """The list while something is made; when nothing is any more the page is drawn once again, and
    looks no longer."""
    show(viewer)
    watched = st.session_state.get(_WATCHED, False)
    st.session_state[_WATCHED] = is_any_in_the_making(viewer)
    if watched and not st.session_state[_WATCHED]:
        st.rerun(scope="app")
