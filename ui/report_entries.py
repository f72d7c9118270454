"""What is filled in of one unit, as text: what a form shows and a draft keeps."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reporting import written
from reporting.kinds import Kind
from reporting.register import Entry
from reporting.rows import Row

Texts = Mapping[str, str]  # field's name → what is written in it; empty fields are left out


@dataclass(frozen=True)
class Work:
    """A unit being filled in: its rows, or `nothing` to report; `seen` is the revision (0 = none)
    that it was begun from."""

    rows: tuple[Texts, ...] = ()
    nothing: bool = False
    seen: int = 0


def to_content(kind: Kind, work: Work) -> dict[str, Any]:
    """The work as a draft keeps it."""
    rows = [dict(row) for row in work.rows if is_answered(kind, row)]
    return {"rows": rows, "nothing": work.nothing, "seen": work.seen}


def from_content(kind: Kind, content: Mapping[str, Any]) -> Work:
    """A kept draft; what the kind has no field for (any more) is left out."""
    names = {field.name for field in kind.fields}
    rows = tuple(
        {name: str(text) for name, text in row.items() if name in names and str(text).strip()}
        for row in content.get("rows", ())
        if isinstance(row, Mapping)
    )
    return Work(rows, content.get("nothing") is True, int(content.get("seen", 0)))


def from_rows(kind: Kind, rows: Sequence[Row], seen: int) -> Work:
    """What was reported, to be filled in further; no rows in what was sent = nothing to report."""
    work = from_content(kind, written.to_content(kind, rows, seen))
    return work if seen else replace(work, nothing=False)


def with_asked(kind: Kind, entries: Iterable[Entry], work: Work) -> Work:
    """A row for each entry that is asked for, in the register's order, then those filled in of
    entries that are not asked for (any more). Kinds without listing: at least one row."""
    if kind.listing is None:
        return work if work.rows else replace(work, rows=({},))
    key = kind.keys[0].name
    held = {row.get(key, ""): row for row in work.rows}
    asked = {entry.code: held.get(entry.code, {key: entry.code}) for entry in entries}
    others = tuple(row for code, row in held.items() if code and code not in asked)
    return replace(work, rows=(*asked.values(), *others))


def is_answered(kind: Kind, row: Texts) -> bool:
    """Whether anything is filled in beside what the row is about."""
    own = {field.name for field in kind.keys} if kind.listing else set()
    return any(text.strip() for name, text in row.items() if name not in own)


def put(work: Work, row: int, field: str, text: str | None) -> Work:
    """The work with a text in one field; an empty one leaves the field out."""
    changed = {name: held for name, held in work.rows[row].items() if name != field}
    if text and text.strip():
        changed[field] = text.strip()
    return replace(work, rows=(*work.rows[:row], changed, *work.rows[row + 1 :]))


def add_row(work: Work) -> Work:
    """The work with an empty row last."""
    return replace(work, rows=(*work.rows, {}), nothing=False)


def drop_row(work: Work, row: int) -> Work:
    """The work without the row; the last one leaves an empty one behind."""
    return replace(work, rows=(*work.rows[:row], *work.rows[row + 1 :]) or ({},))
