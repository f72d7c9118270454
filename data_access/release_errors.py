"""Why a release is not made: every error of the job by a name that words can be found for."""

from data_access.engine import DatabaseUnavailable
from data_access.lease import UnderWay
from data_access.release_plan import NothingNew
from data_access.releasing import PersonalNote
from data_access.scope import NotAllowed
from indicators.protection.attack import UnsafeRelease
from indicators.protection.cell_errors import CellError
from indicators.protection.group_facts import WholeGroup
from indicators.protection.keys import KeyChanged, NoKey
from indicators.protection.method import MethodChanged
from indicators.protection.revision import BaseChanged
from indicators.protection.suppression import NotProtected

REASONS: dict[type[Exception], str] = {
    UnderWay: "under-way",
    NothingNew: "nothing-new",
    PersonalNote: "personal-note",
    NoKey: "no-key",
    KeyChanged: "key-changed",
    BaseChanged: "base-changed",
    MethodChanged: "method-changed",
    UnsafeRelease: "unsafe",
    NotProtected: "not-protected",
    WholeGroup: "whole-group",
    CellError: "unfit",
    NotAllowed: "not-allowed",
    DatabaseUnavailable: "database-away",
}
NOT_MADE = tuple(REASONS)
STOPPED = tuple(one for one in REASONS if one not in (NotAllowed, DatabaseUnavailable))
FOUND = (UnsafeRelease, NotProtected, WholeGroup)  # of which `findings.to_found` tells the figures


def to_reason(error: Exception) -> str:
    """The name of why, for one of `NOT_MADE`."""
    if isinstance(error, DatabaseUnavailable):
        return error.state
    return next(reason for kind, reason in REASONS.items() if isinstance(error, kind))
