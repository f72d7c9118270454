"""What has been reported: sent as one, undone as one, and read as it was known on any day."""

from data_access.kind import WrongKind
from data_access.raw.own import list_own_sendings
from data_access.raw.reach import to_own
from data_access.raw.reports import (
    has_digest,
    list_steps,
    list_submissions,
    read_revisions,
    read_submissions,
)
from data_access.raw.sending import send
from data_access.raw.sent import Locked, NotUndoable, SentMeanwhile, Submission
from data_access.raw.undoing import undo
from data_access.recording import BadRecord

__all__ = [
    "BadRecord",
    "Locked",
    "NotUndoable",
    "SentMeanwhile",
    "Submission",
    "WrongKind",
    "has_digest",
    "list_own_sendings",
    "list_steps",
    "list_submissions",
    "read_revisions",
    "read_submissions",
    "send",
    "to_own",
    "undo",
]
