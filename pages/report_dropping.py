"""Letting go of what a reporter has begun, unless somebody else has gone on with it."""

from data_access.drafts import DraftChanged, drop_draft
from data_access.engine import DatabaseUnavailable
from data_access.recording import BadRecord
from pages import acting
from pages.report_desk import Desk
from pages.report_opening import take_stored
from ui import report_notices
from web import log
from words import _


def throw_away(desk: Desk) -> None:
    """Drop the draft and begin again from what was sent; one that somebody else kept meanwhile is
    shown, not dropped."""
    if _drop(desk) and desk.other is None:
        _begin_again(desk)
        report_notices.keep_done(_("Utkastet är borttaget."))


def take_sent(desk: Desk) -> None:
    """Begin again from what somebody else has sent, the own draft dropped; a newer one that is not
    one's own stays, to be chosen or not."""
    if not desk.version or _drop(desk):
        _begin_again(desk)


def _begin_again(desk: Desk) -> None:
    desk.version, desk.saved_at = 0, None
    take_stored(desk)


def _drop(desk: Desk) -> bool:
    """Drop the draft that was seen; False, and what to say is kept, when it can't be done. Then
    `desk.other` is the one that somebody else has kept since, if any."""
    try:
        viewer = acting.who_acts()
        drop_draft(desk.unit, version=desk.version, viewer=viewer)
    except DraftChanged as error:
        desk.other = error.current
    except (PermissionError, BadRecord):
        report_notices.keep_problem("not-allowed")
        return False
    except DatabaseUnavailable as error:
        log.failure("draft not dropped", error)
        report_notices.keep_problem(error.state)
        return False
    return True
