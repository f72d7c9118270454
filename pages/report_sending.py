"""Sending and undoing: one transaction, and words for each way it may be refused."""

from collections.abc import Callable, Mapping

from data_access.areas import UnknownArea
from data_access.engine import DatabaseUnavailable
from data_access.kind import WrongKind
from data_access.recording import BadRecord
from data_access.submissions import Locked, NotUndoable, SentMeanwhile, send, undo
from data_access.viewer import Viewer
from pages import acting
from reporting.rows import Unit, Units
from ui import report_notices
from ui.report_personal import to_refusal
from ui.report_words import Names
from web import log

FORM, FILE = "formular", "fil"
SENT, MEANWHILE, REFUSED = "inne", "under-tiden", "avvisad"


def send_units(
    units: Units,
    expected: Mapping[Unit, int],
    channel: str,
    names: Names,
    *,
    digest: str | None = None,
    note: str = "",
) -> str:
    """Send them, and keep what to say: SENT, MEANWHILE when another has sent some of them since
    they were seen, or REFUSED. Runs as a callback, so it asks anew who is asking."""

    def run(viewer: Viewer) -> None:
        number = send(
            units,
            expected=expected,
            viewer=viewer,
            source=channel,  # the same in every language
            channel=channel,
            digest=digest,
            note=note or None,
        )
        report_notices.keep_sent(number, len(units))

    return _try(run, names)


def undo_sending(sending: int, reason: str, names: Names) -> None:
    """Take back one's own sending, and keep what to say."""

    def run(viewer: Viewer) -> None:
        kept = undo(sending, reason, viewer=viewer)
        report_notices.keep_undone(sending, len(kept))

    if not reason:
        report_notices.keep_problem("reason-missing")
    elif refusal := to_refusal(reason):
        report_notices.keep_refusal(refusal)
    else:
        _try(run, names)


def _try(run: Callable[[Viewer], None], names: Names) -> str:
    try:
        viewer = acting.who_acts()
        run(viewer)
    except SentMeanwhile as error:
        report_notices.keep_problem("sent-meanwhile", [names.unit(unit) for unit in error.units])
        return MEANWHILE
    except Locked as error:
        report_notices.keep_problem("locked", [names.unit(unit) for unit in error.units])
    except NotUndoable:
        report_notices.keep_problem("not-undoable")
    except PermissionError:
        report_notices.keep_problem("not-allowed")
    except (BadRecord, UnknownArea, WrongKind) as error:
        log.failure("sending refused", error)
        report_notices.keep_problem("bad-record")
    except DatabaseUnavailable as error:
        log.failure("sending not stored", error)
        report_notices.keep_problem(error.state)
    else:
        return SENT
    return REFUSED
