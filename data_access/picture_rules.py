"""What a lägesbild must satisfy, the steps it can take, and what is wrong with one that can't."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from data_access.audit_text import NotAuditable, write
from data_access.scope import NotAllowed
from data_access.viewer import Right, Viewer
from geodata.division import FIRST_DAY
from reporting.personal import find_personal
from reporting.picture_text import (
    COMMENT_LENGTH,
    TEXT_LENGTH,
    TITLE_LENGTH,
    find_markers,
    is_storable,
    to_problems,
)

DRAFT, SENT, BACK, APPROVED, PUBLISHED, DROPPED, COMMENT, WITHDRAWN = (
    "utkast", "inskickad", "tillbaka", "godkand", "publicerad", "kastad", "kommentar",
    "tillbakadragen",
)  # fmt: skip
# From which states each step may be taken; a comment leaves the state as it is
STEPS: dict[str, frozenset[str]] = {
    DRAFT: frozenset({DRAFT, SENT, BACK, APPROVED}),
    SENT: frozenset({DRAFT, BACK}),
    BACK: frozenset({SENT, APPROVED}),
    APPROVED: frozenset({SENT}),
    PUBLISHED: frozenset({APPROVED}),
    DROPPED: frozenset({DRAFT, BACK}),
    COMMENT: frozenset({DRAFT, SENT, BACK, APPROVED}),
    WITHDRAWN: frozenset({PUBLISHED}),
}
LOCAL_LEVELS = ("lpo", "kommun")  # which a regional samordnare may approve herself
MOST_CONTENT = 4_000_000  # characters of what is frozen


class UnknownPicture(LookupError):
    """No lägesbild of that number, or none that the viewer is shown."""

    def __init__(self, number: int):
        super().__init__(f"no lägesbild {number}")
        self.number = number


class WithdrawnPicture(UnknownPicture):
    """It was published, and is shown no more: since when (UTC), and why."""

    def __init__(self, number: int, at: datetime, reason: str):
        super().__init__(number)
        self.at, self.reason = at, reason


class BadPicture(ValueError):
    """What was to be saved is not in order: `reason` is a word for it, `what` the part."""

    def __init__(self, reason: str, what: str = ""):
        super().__init__(f"{reason}: {what}" if what else reason)
        self.reason, self.what = reason, what


class PictureChanged(ValueError):
    """Somebody else has saved it, or taken a step, since it was read."""

    def __init__(self, version: int, state: str):
        super().__init__(f"it is version {version} now, {state}; look and choose")
        self.version, self.state = version, state


class OwnPicture(NotAllowed):
    """Who has written any of a text does not approve it."""

    def __init__(self, viewer: Viewer):
        super().__init__(viewer, Right.APPROVE)
        self.args = ("four eyes: who has written the text does not approve it",)
        self.told = "den som har skrivit texten godkänner den inte"


def check_text(title: str, text: str, day: date, today: date) -> None:
    """Raises BadPicture when title, text or day can't be kept as a draft."""
    if not title.strip():
        raise BadPicture("field-missing", "title")
    if len(title) > TITLE_LENGTH or not title.isprintable():
        raise BadPicture("text-malformed", "title")
    if len(text) > TEXT_LENGTH or not is_storable(text):
        raise BadPicture("text-malformed", "text")
    if not FIRST_DAY <= day <= today:
        raise BadPicture("bad-day", day.isoformat())
    _check_nobody(title, "title")
    _check_nobody(text, "text")


def check_comment(comment: str, what: str = "comment") -> str:
    """The comment without spaces around it. Raises BadPicture, which names `what` it is."""
    told = comment.strip()
    if not told:
        raise BadPicture("field-missing", what)
    if len(told) > COMMENT_LENGTH or not is_storable(told):
        raise BadPicture("text-malformed", what)
    _check_nobody(told, what)
    return told


def check_whole(text: str) -> None:
    """Raises BadPicture for a text that is not ready to be looked at by others."""
    if not text.strip():
        raise BadPicture("field-missing", "text")
    if to_problems(text):
        raise BadPicture("bad-marker")


def check_parts(text: str, parts: Mapping[str, Any]) -> None:
    """Raises BadPicture unless there is a part for each marker in the text, and no other."""
    wanted = {str(one) for one in find_markers(text)}
    if wanted != set(parts):
        raise BadPicture("unresolved", ", ".join(sorted(wanted ^ set(parts))))


def to_json(content: Mapping[str, Any]) -> str:
    """What is frozen, as text. Raises BadPicture for what has no fixed form, or is too much."""
    try:
        told = write(content)
    except (NotAuditable, TypeError) as error:
        raise BadPicture("unfit-content", type(error).__name__) from error
    if len(told) > MOST_CONTENT:
        raise BadPicture("too-large", str(len(told)))
    if "\\u0000" in told or not is_storable(told):
        raise BadPicture("unfit-content")
    return told


def _check_nobody(text: str, what: str) -> None:
    if find_personal(text):
        raise BadPicture("personal", what)
