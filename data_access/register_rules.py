"""What an entry of the register must satisfy before it is recorded."""

import re
from collections.abc import Iterable
from datetime import date

from data_access.recording import BadRecord
from reporting.personal import find_personal
from reporting.register import Entry, Listing, Split
from reporting.register_rules import COUNTED, MEASURED

LONGEST = {"name": 200, "unit": 60, "reporter": 100}
LONGEST_TEXT = 4000
BETWEEN = "|"  # of an entry's other names, where they are kept as one text
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_COUNCIL = re.compile(r"\b(\w*råd|brå)(ets|et|ens|en|s)?\b")
_NO_COUNCIL = re.compile(r"område|tråd|förråd")  # end as a council does, and are none
_SHORT = (*LONGEST, "level")
_LONG = ("definition", "counting_rule", "source")


class BadEntry(BadRecord):
    """The entry can't be recorded; `reason` is a short code that says why, `what` what it is
    about: a field's name, or the entry that has the name already."""

    def __init__(self, reason: str, what: str = ""):
        super().__init__(f"register entry refused: {reason} {what}".rstrip())
        self.reason, self.what = reason, what


class EntryChanged(BadEntry):
    """Somebody else has changed the same entry since it was read; `current` is its version."""

    def __init__(self, current: int):
        super().__init__("changed-meanwhile")
        self.current = current


def check_entry(entry: Entry, others: Iterable[Entry]) -> None:
    """Raises BadEntry unless the entry is whole, and told apart from the `others` of its list."""
    _check_texts(entry)
    _check_whole(entry)
    if entry.valid_to is not None and entry.valid_to < entry.valid_from:
        raise BadEntry("days-reversed")
    if entry.listing is Listing.MEASURE and any(map(is_council, _names(entry))):
        raise BadEntry("council-is-no-measure")
    for other in others:
        taken = {_plain(name) for name in _names(other)} & {_plain(one) for one in _names(entry)}
        if taken and other.code != entry.code and _meet(entry, other):
            raise BadEntry("name-taken", other.name)


def is_council(name: str) -> bool:
    """Whether a name is that of a council, which is a way of working and never a measure."""
    words = (match[0] for match in _COUNCIL.finditer(name.casefold()))
    return any(not _NO_COUNCIL.search(word) for word in words)


def _check_texts(entry: Entry) -> None:
    if len(entry.code) > 60 or not _CODE.fullmatch(entry.code):
        raise BadEntry("code-malformed")
    for field in _SHORT:
        text = getattr(entry, field)
        if len(text) > LONGEST.get(field, 20) or not text.isprintable():
            raise BadEntry("text-malformed", field)
    for name in entry.other_names:
        is_whole = name.strip() and name.isprintable() and BETWEEN not in name
        if not is_whole or len(name) > LONGEST["name"]:
            raise BadEntry("text-malformed", "other_names")
    for field in _LONG:
        text = getattr(entry, field)
        if len(text) > LONGEST_TEXT or not text.replace("\n", "").isprintable():
            raise BadEntry("text-malformed", field)
    _check_nobody(entry)


def _check_nobody(entry: Entry) -> None:
    """What is written here is shown to everybody, and is never removed."""
    texts = {field: getattr(entry, field) for field in ("code", *_SHORT, *_LONG)}
    for field, text in (texts | {"other_names": "\n".join(entry.other_names)}).items():
        if find_personal(text):
            raise BadEntry("personal", field)


def _check_whole(entry: Entry) -> None:
    needed = ["name", "source"]
    needed += ["unit", "definition"] if entry.listing in MEASURED else []
    needed += ["counting_rule"] if entry.listing in COUNTED else []
    for field in needed:
        if not getattr(entry, field).strip():
            raise BadEntry("field-missing", field)
    if entry.split is not Split.NONE and entry.listing not in COUNTED:
        raise BadEntry("split-of-what-is-not-counted")


def _names(entry: Entry) -> tuple[str, ...]:
    return (entry.name, *entry.other_names)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _meet(one: Entry, other: Entry) -> bool:
    """Whether there is a day on which both hold."""
    first = max(one.valid_from, other.valid_from)
    return first <= min(one.valid_to or date.max, other.valid_to or date.max)
