"""Counts by sex and age: what is asked for is there, and the parts make up the whole."""

from collections.abc import Iterator

from reporting.checks.base import Checked, Line, is_there
from reporting.checks.words import show, show_list
from reporting.kinds import CELLS, MEN, TOTAL, TOTALS, WOMEN
from reporting.register import Entry, Split
from reporting.remarks import Remark, Severity
from reporting.rows import Row
from reporting.totals import PARTS, to_number
from words import _


def check_counts(checked: Checked) -> Iterator[Remark]:
    """Cells and totals of each row, by how its entry of the register is split."""
    if TOTAL not in checked.fields or checked.kind.listing is None:
        return
    first = checked.kind.fields[0].name
    for line in checked.lines:
        code = line.row.values.get(first)
        entry = checked.context.register.find(checked.kind.listing, str(code))
        if entry is not None and entry.split is Split.NONE:
            yield from _check_unsplit(checked, line, entry)
        elif entry is not None:
            yield from _check_split(checked, line, entry)
        yield from _check_sums(checked, line)


def _check_unsplit(checked: Checked, line: Line, entry: Entry) -> Iterator[Remark]:
    given = [name for name in (*CELLS, WOMEN, MEN) if _is_number(line.row, name)]
    if given:
        wrong = _("’{name}’ redovisas inte efter kön och ålder, men {fields} är ifyllt.")
        labels = show_list(checked.label(name) for name in given)
        wrong = wrong.format(name=entry.name, fields=labels)
        right = _("Skriv bara talet under ’{total}’.").format(total=checked.label(TOTAL))
        yield checked.remark(Severity.ERROR, "cells-not-asked", wrong, right, line, given[0])
    if not is_there(line.row, TOTAL):
        wrong = _("{field} är inte ifyllt.").format(field=checked.label(TOTAL))
        right = _("Skriv ett tal: 0 om det är noll, .. om uppgiften saknas.")
        yield checked.remark(Severity.ERROR, "required", wrong, right, line, TOTAL)


def _check_split(checked: Checked, line: Line, entry: Entry) -> Iterator[Remark]:
    empty = [name for name in CELLS if not is_there(line.row, name)]
    if not empty:
        return
    labels = show_list(checked.label(name) for name in empty)
    wrong = _("’{name}’ redovisas efter kön och ålder, men {fields} är inte ifyllt.")
    if len(empty) == len(CELLS) and any(_is_number(line.row, name) for name in TOTALS):
        wrong = _("’{name}’ redovisas efter kön och ålder, men har bara en summa.")
    right = _("Fyll i alla sex fälten: 0 om det är noll, .. om uppgiften saknas.")
    yield checked.remark(
        Severity.ERROR,
        "cells-missing",
        wrong.format(name=entry.name, fields=labels),
        right,
        line,
        empty[0],
    )


def _check_sums(checked: Checked, line: Line) -> Iterator[Remark]:
    """Women and men against their ages, the total against women and men (as they are stated, else
    as their ages make them). What is unknown in a part is unknown in the sum."""
    sums: dict[str, float | None] = {}
    for name in (WOMEN, MEN):
        parts = {part: _to_count(line.row, part) for part in PARTS[name]}
        yield from _compare(checked, line, name, parts)
        stated = _to_count(line.row, name)
        sums[name] = stated if stated is not None else _to_whole(parts)
    yield from _compare(checked, line, TOTAL, sums)


def _compare(
    checked: Checked, line: Line, name: str, parts: dict[str, float | None]
) -> Iterator[Remark]:
    stated, known = _to_count(line.row, name), _to_whole(parts)
    if stated is None:
        return
    least = sum(part for part in parts.values() if part is not None)
    code = ""
    if known is not None and stated != known:
        code, wrong = "part-whole", _("{field} är {stated}, men delarna blir {sum}: {parts}.")
        right = _("Rätta delarna eller summan, så att de stämmer.")
    elif known is None and least > stated:
        code, wrong = (
            "parts-above-whole",
            _("{field} är {stated}, men de kända delarna blir {sum}."),
        )
        right = _("Summan kan inte vara mindre än sina delar. Rätta delarna eller summan.")
    if code:
        shown = " + ".join(f"{checked.label(one)} {show(part)}" for one, part in parts.items())
        yield checked.remark(
            Severity.ERROR,
            code,
            wrong.format(
                field=checked.label(name), stated=show(stated), sum=show(least), parts=shown
            ),
            right,
            line,
            name,
        )


def _to_whole(parts: dict[str, float | None]) -> float | None:
    known = [part for part in parts.values() if part is not None]
    return sum(known) if len(known) == len(parts) else None


def _to_count(row: Row, name: str) -> float | None:
    """The count, if it may be one: what is below zero or a fraction has a remark already."""
    number = to_number(row.values.get(name))
    return number if number is not None and number >= 0 and number == int(number) else None


def _is_number(row: Row, name: str) -> bool:
    return to_number(row.values.get(name)) is not None
