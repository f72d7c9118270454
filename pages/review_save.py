"""Approving, sending back and unlocking, and what is said of it afterwards."""

from data_access import approval
from data_access.approval import WrongState
from data_access.engine import DatabaseUnavailable
from data_access.recording import BadRecord
from data_access.scope import NotAllowed, OutsideScope
from data_access.viewer import Viewer
from pages import acting
from ui import review_confirm, review_notices
from ui.report_personal import to_refusal
from ui.review_notices import APPROVE, PAGE, REASON, SEND_BACK
from web import log


def do(what: str, ids: list[int], reason: str) -> None:
    """Do it with all of the submissions or with none, and keep what to say.

    Runs as a callback, before the page, so it asks anew who is asking.
    """
    if what != APPROVE and not _is_fit(reason):
        return
    try:
        viewer = acting.who_acts()
        _do(what, ids, reason, viewer)
    except WrongState as error:
        review_notices.keep_problem("changed-meanwhile", len(error.ids))
    except (NotAllowed, OutsideScope, PermissionError):
        review_notices.keep_problem("not-allowed")
    except BadRecord as error:
        log.failure("review refused", error)
        review_notices.keep_problem("bad-record", place=REASON)
        return
    except DatabaseUnavailable as error:
        log.failure("review not saved", error)
        review_notices.keep_problem(error.state, place=PAGE if what == APPROVE else REASON)
        return  # what was to be done is kept, to try again
    else:
        review_notices.keep_done(what, len(ids))
    review_confirm.drop()


def _is_fit(reason: str) -> bool:
    """Whether the reason says something, and nothing of a person."""
    if not reason.strip():
        review_notices.keep_problem("reason-missing", place=REASON)
        return False
    refusal = to_refusal(reason)
    if refusal:
        review_notices.keep_refusal(refusal)
    return not refusal


def _do(what: str, ids: list[int], reason: str, viewer: Viewer) -> None:
    if what == APPROVE:
        approval.approve(ids, viewer=viewer)
    elif what == SEND_BACK:
        approval.send_back(ids, reason, viewer=viewer)
    else:
        approval.unlock(ids, reason, viewer=viewer)
