"""From what is written in a form to rows, by the same rules as a file's cells are read."""

from reporting.context import Context
from reporting.kinds import Field, Kind, Type, kinds
from reporting.personal import mask
from reporting.reading.cells import to_value
from reporting.reading.choices import to_options
from reporting.reading.grid import is_blank
from reporting.reading.notes import MOST_WRITTEN
from reporting.reading.problem import Problem, to_repeated
from reporting.remarks import Remark, Severity
from reporting.rows import Place, Row, Unit, identity
from reporting.values import Value
from ui.report_entries import Texts, Work, is_answered
from words import _


def to_rows(unit: Unit, work: Work, context: Context) -> tuple[tuple[Row, ...], list[Remark]]:
    """The rows that are filled in, and an error for each field that can't be read. A row's place
    is its number in the form. Rows without an answer are left out, and fields in which there is
    nothing to see. No error repeats what points out a person."""
    if work.nothing:
        return (), []
    kind = kinds()[unit.kind]
    rows: list[Row] = []
    remarks: list[Remark] = []
    for number, written in enumerate(work.rows, start=1):
        texts = {name: text for name, text in written.items() if not is_blank(text)}
        if is_answered(kind, texts):
            row, found = _to_row(unit, kind, texts, Place("", number), context)
            rows.append(row)
            remarks += found
    if not rows:
        remarks.append(_to_empty(unit, kind))
    return tuple(rows), remarks


def _to_row(
    unit: Unit, kind: Kind, texts: Texts, place: Place, context: Context
) -> tuple[Row, list[Remark]]:
    values: dict[str, Value] = {}
    problems: list[tuple[Field, Problem]] = []
    for field in kind.fields:
        if field.name not in texts:
            continue
        try:
            value = _to_value(field, texts[field.name], context)
        except Problem as problem:
            problems.append((field, problem))
            continue
        if value is not None:
            values[field.name] = value
    unread = {field.name for field, _problem in problems}
    # What has neither a value nor an error is not there: the checks shall miss it
    kept = {name: text for name, text in texts.items() if name in values or name in unread}
    row = Row(values, place, kept)
    own = tuple(map(mask, identity(kind, row)))
    return row, [
        Remark(
            Severity.ERROR,
            problem.code,
            mask(problem.wrong),
            mask(problem.right),
            written=to_repeated(texts[field.name], MOST_WRITTEN),
            place=place,
            field=field.name,
            unit=unit,
            identity=own,
        )
        for field, problem in problems
    ]


def _to_value(field: Field, text: str, context: Context) -> Value | None:
    chosen = field.type in (Type.CHOICE, Type.KOMMUN)
    return to_value(text, field, to_options(field, context) if chosen else None)


def _to_empty(unit: Unit, kind: Kind) -> Remark:
    right = _("Fyll i minst en rad.")
    if kind.listing is None:
        right = _("Fyll i en rad, eller kryssa i att det inte finns något att rapportera.")
    return Remark(Severity.ERROR, "empty", _("Inget är ifyllt."), right, unit=unit)
