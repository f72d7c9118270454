"""Keeping what a reporter has begun: a draft at every change, and what to do when two write."""

from data_access.areas import UnknownArea
from data_access.drafts import DraftChanged, read_draft, save_draft
from data_access.engine import DatabaseUnavailable
from data_access.recording import BadRecord
from data_access.viewer import Viewer
from pages import acting
from pages.report_desk import Desk
from pages.report_opening import take_draft
from ui import report_notices
from ui.report_entries import Work, to_content
from web import log


def keep(desk: Desk, work: Work) -> None:
    """Make it the desk's work, and keep it as a draft. Runs as a callback."""
    if work != desk.work:
        desk.work = work
        save(desk)


def save(desk: Desk) -> None:
    """Keep the work as a draft; one that somebody else kept meanwhile is shown, not overwritten."""
    try:
        viewer = acting.who_acts()
        _save(desk, viewer)
    except DraftChanged as error:
        desk.other = error.current
    except BadRecord:
        report_notices.keep_problem("draft-too-long")
    except UnknownArea as error:
        log.failure("draft not saved", error)
        report_notices.keep_problem("bad-record")
    except PermissionError:
        report_notices.keep_problem("not-allowed")
    except DatabaseUnavailable as error:
        log.failure("draft not saved", error)
        report_notices.keep_problem("draft-lost")


def _save(desk: Desk, viewer: Viewer) -> None:
    content = to_content(desk.kind, desk.work)
    try:
        desk.version = save_draft(desk.unit, content, version=desk.version, viewer=viewer).version
    except DraftChanged as error:
        if error.current is not None:
            raise
        # The draft is gone, sent or thrown away; what stands here is still this reporter's
        desk.version = save_draft(desk.unit, content, version=0, viewer=viewer).version
    kept = read_draft(desk.unit, viewer=viewer)
    desk.saved_at = kept.saved_at if kept else None


def use_other(desk: Desk) -> None:
    """Go on from the draft that somebody else kept."""
    if desk.other is not None:
        take_draft(desk, desk.other)


def keep_mine(desk: Desk) -> None:
    """Keep one's own over the other's, which she has seen."""
    if desk.other is not None:
        desk.version, desk.other = desk.other.version, None
        save(desk)
