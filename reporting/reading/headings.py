"""Which row holds the headings, which kind they are of, and which column each field stands in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from reporting import headings as texts
from reporting.kinds import NOTE, Every, Kind, kinds
from reporting.reading.grid import Line, to_text
from reporting.reading.problem import Problem
from reporting.reading.spelling import fold
from words import _, in_every_language

AREA_CODE, AREA, PERIOD = "@code", "@area", "@period"  # beside the fields' names
_OF_NO_KIND = (AREA_CODE, AREA, PERIOD, NOTE)
_MOST = 100  # heading rows in a sheet
_LONGEST = 60  # signs of a heading for the area
SEARCHED = 30  # lines in which the headings are looked for
_CODE_TOO = ("kod", "lpokod", "omradeskod", "areakod")
_AREA_TOO = ("omrade", "lokalpolisomrade", "lpo", "polisregion", "region", "namn", "omradesnamn")
_PERIOD_TOO = ("period", "kvartal", "rapportperiod")


@dataclass(frozen=True)
class Header:
    """A heading row. `columns` is name → column; `doubled` the columns whose heading came before;
    `unknown` what the headings that nobody asks for say, by column."""

    kind: Kind
    row: int
    columns: Mapping[str, int]
    doubled: Mapping[int, str] = field(default_factory=dict)
    unknown: Mapping[int, str] = field(default_factory=dict)

    @property
    def has_area(self) -> bool:
        """Whether an area can be told."""
        return AREA_CODE in self.columns or AREA in self.columns

    @property
    def missing(self) -> list[str]:
        """The labels of the columns that must be there and are not."""
        lacking = [one.label for one in self.kind.fields if one.required]
        lacking = [one for one in lacking if self._lacks(one)]
        if not any(one.required and not one.is_key for one in self.kind.fields):
            values = [one for one in self.kind.fields if not one.is_key and one.name != NOTE]
            if values and all(one.name not in self.columns for one in values):
                lacking.append(values[-1].label)
        return lacking if self.has_area else [texts.area_code(), *lacking]

    @property
    def hits(self) -> int:
        """How many of the kind's fields have a column; the note says nothing of the kind."""
        return sum(name not in _OF_NO_KIND for name in self.columns)

    def _lacks(self, label: str) -> bool:
        return all(one.label != label or one.name not in self.columns for one in self.kind.fields)


def find_header(lines: Sequence[Line], hint: Kind | None) -> Header | None:
    """The uppermost headings among the first lines. `hint` is the kind that the sheet's name
    tells; what the headings tell for certain goes before it."""
    found = [one for line in lines[:SEARCHED] for one in _read_all(line)]
    likely = [one for one in found if one.has_area and (one.hits >= 2 or not one.missing)]
    if likely:
        top = min(one.row for one in likely)
        return max(
            (one for one in likely if one.row == top),
            key=lambda one: (not one.missing, one.kind is hint, one.hits),
        )
    hinted = [one for one in found if one.kind is hint and one.hits + one.has_area >= 2]
    return max(hinted, key=lambda one: one.hits, default=None)


def find_headers(lines: Sequence[Line], first: Header) -> list[Header]:
    """The first one and those further down, where sheets have been written after each other.
    Problem when there are more than any report has."""
    found = [first]
    for line in lines:
        if line.number > first.row and is_likely(line):
            header = find_header([line], None)
            if header:
                found.append(header)
            if len(found) > _MOST:
                raise _to_too_many()
    return found


def score(row: Sequence[str]) -> int:
    """How many columns of the row are headings of one kind; 0 when no area can be told."""
    line = Line(1, {column: text for column, text in enumerate(row[:200], 1) if text.strip()})
    if not is_likely(line):
        return 0
    return max((len(one.columns) for one in _read_all(line)), default=0)


def is_likely(line: Line) -> bool:
    """Whether a heading for the area stands in the line; costs far less than to read it."""
    areas = _areas()
    return any(
        isinstance(cell, str) and len(cell) < _LONGEST and not cell[0].isdigit()
        and fold(cell) in areas
        for cell in line.cells.values()
    )  # fmt: skip


@lru_cache(maxsize=1)
def _areas() -> frozenset[str]:
    ours = (*in_every_language(texts.area), *in_every_language(texts.area_code))
    return frozenset({*_CODE_TOO, *_AREA_TOO, *map(fold, ours)})


def _read_all(line: Line) -> Iterator[Header]:
    if len(line.cells) < 2:
        return
    written = {
        column: (text, fold(text[:120]), fold(text[:120].split("(")[0]))
        for column, cell in sorted(line.cells.items())
        if isinstance(cell, str) and (text := to_text(cell))
    }
    fields = _fields()
    told = {fields.get(folded) or fields.get(short) for _text, folded, short in written.values()}
    codes = frozenset().union(*filter(None, told))
    for kind in kinds().values():
        if kind.code in codes:
            yield _read(line.number, written, kind)


def _read(row: int, written: Mapping[int, tuple[str, str, str]], kind: Kind) -> Header:
    names, previous = _names(kind.code), _previous()
    columns: dict[str, int] = {}
    doubled: dict[int, str] = {}
    unknown: dict[int, str] = {}
    for column, (text, folded, short) in written.items():
        name = names.get(folded) or names.get(short)
        if name is None:
            if not folded.startswith(previous):
                unknown[column] = text
        elif name in columns:
            doubled[column] = text
        else:
            columns[name] = column
    return Header(kind, row, columns, doubled, unknown)


@lru_cache(maxsize=1)
def _previous() -> tuple[str, ...]:
    return tuple(map(fold, in_every_language(lambda: texts.previous(""))))


@lru_cache(maxsize=1)
def _fields() -> dict[str, frozenset[str]]:
    """Folded heading → the kinds that have a field of that name; a line without one of them is no
    heading row, whatever it says of area and period."""
    found: dict[str, frozenset[str]] = {}
    for code in kinds():
        for folded, name in _names(code).items():
            if name not in _OF_NO_KIND:
                found[folded] = found.get(folded, frozenset()) | {code}
    return found


@lru_cache(maxsize=64)
def _names(code: str) -> dict[str, str]:
    """Folded heading → name, for a kind, whichever language the file was made in."""
    names: dict[str, str] = {}
    for told in reversed(in_every_language(lambda: _spoken_names(kinds()[code]))):
        names |= told  # the source wins
    return names


def _spoken_names(kind: Kind) -> dict[str, str]:
    names = dict.fromkeys(_CODE_TOO, AREA_CODE) | dict.fromkeys(_AREA_TOO, AREA)
    names |= dict.fromkeys(_PERIOD_TOO, PERIOD)
    if kind.every is Every.YEAR:
        names["ar"] = PERIOD
    names |= {fold(texts.area_code()): AREA_CODE, fold(texts.area()): AREA}
    names |= {fold(texts.period()): PERIOD}
    for one in kind.fields:
        names[fold(one.name)] = names[fold(one.label)] = one.name
        if one.label[-1].isdigit():  # ages, also written with `år`
            names[fold(one.label) + "ar"] = one.name
    return names


def _to_too_many() -> Problem:
    return Problem(
        "too-many-headings",
        _("Rubrikraden finns fler än {most} gånger i bladet.").format(most=_MOST),
        _("Behåll en rubrikrad för varje sorts uppgift, med alla dess rader under."),
    )
