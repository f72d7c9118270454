"""Rows that hold no report: totals, and those that say that there is nothing."""

from collections.abc import Mapping
from functools import lru_cache

from reporting import headings as texts
from reporting.kinds import NOTE, Kind, Type
from reporting.reading.grid import Cell, to_text
from reporting.reading.headings import AREA, AREA_CODE
from reporting.reading.known import Surroundings
from reporting.reading.spelling import fold, split
from words import in_every_language

_TOTALS = (
    "summa", "totalt", "total", "totalsumma", "delsumma", "sa", "allaomraden", "samtligaomraden",
    "samtliga", "helaregionen", "helalandet",
)  # fmt: skip
_TOTAL_WORDS = ("summa", "totalt", "total", "totalsumma", "delsumma")
_NOTHING = ("inget", "inga", "ingetattrapportera", "ingaattrapportera", "intetattrapportera")
_LONGEST = 60


def is_total(cells: Mapping[str, Cell], kind: Kind, surroundings: Surroundings) -> bool:
    """Whether the row sums others: its area, or the first of its choices, says so."""
    for name in (AREA_CODE, AREA):
        text = to_text(cells.get(name))
        if text and _sums(text) and not surroundings.places.is_known(text):
            return True
    for one in kind.keys:
        text = to_text(cells.get(one.name))
        if text and one.type in (Type.CHOICE, Type.KOMMUN):
            options = surroundings.options(one)
            known = options is not None and fold(text[:_LONGEST]) in options.codes
            return len(text) < _LONGEST and fold(text) in _TOTALS and not known
    return False


def says_nothing(fields: Mapping[str, Cell], kind: Kind) -> bool:
    """Whether the row's first field says that there is nothing to report, with nothing beside it
    but a note."""
    first = kind.fields[0].name
    text = to_text(fields.get(first))
    if len(text) > _LONGEST or fold(text) not in _to_nothing():
        return False
    return not set(fields) - {first, NOTE}


def _sums(text: str) -> bool:
    words = split(text[:_LONGEST])
    return "".join(words) in _TOTALS or bool(words and words[0] in _TOTAL_WORDS)


@lru_cache(maxsize=1)
def _to_nothing() -> frozenset[str]:
    return frozenset({*_NOTHING, *map(fold, in_every_language(texts.nothing))})
