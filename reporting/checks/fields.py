"""Whether each field holds what it may hold, and whether all that is required is there."""

from collections.abc import Iterator, Mapping

from reporting.checks.base import Checked, Line, each_value, is_there
from reporting.checks.days import check_day
from reporting.checks.words import show, show_list
from reporting.kinds import Field, Type
from reporting.remarks import Remark, Severity
from reporting.totals import to_number
from reporting.values import Gap, Value
from words import _

NUMBERS = (Type.COUNT, Type.AMOUNT)


def check_fields(checked: Checked) -> Iterator[Remark]:
    """Types, lists, kommuner, required fields, rows that are there twice."""
    yield from _check_required(checked)
    yield from _check_twice(checked)
    options = {
        field.name: checked.options(field)
        for field in checked.kind.fields
        if field.type is Type.CHOICE
    }
    for line, field, value in each_value(checked):
        if isinstance(value, Gap):
            yield from _check_gap(checked, line, field)
        elif field.type in NUMBERS:
            yield from _check_number(checked, line, field, value)
        elif field.type is Type.CHOICE:
            yield from _check_choice(checked, line, field, value, options[field.name])
        elif field.type is Type.KOMMUN:
            yield from _check_kommun(checked, line, field, value)
        elif field.type is Type.DAY:
            yield from check_day(checked, line, field, value)
        elif not isinstance(value, str):
            yield _to_wrong_type(checked, line, field, _("Skriv en text."))


def _check_required(checked: Checked) -> Iterator[Remark]:
    required = [field for field in checked.kind.fields if field.required or field.is_key]
    for line in checked.lines:
        for name in line.row.values:
            if name not in checked.fields:
                wrong = _("’{kind}’ har inget fält ’{field}’.")
                wrong = wrong.format(kind=checked.kind.title, field=show(name))
                right = _("Använd den senaste mallen.")
                yield checked.remark(Severity.ERROR, "unknown-field", wrong, right, line)
        for field in required:
            if not is_there(line.row, field.name):
                wrong = _("{field} är inte ifyllt.").format(field=field.label)
                yield checked.remark(
                    Severity.ERROR, "required", wrong, _to_hint(field), line, field.name
                )


def _to_hint(field: Field) -> str:
    if field.type in NUMBERS:
        return _("Skriv ett tal: 0 om det är noll, .. om uppgiften saknas.")
    if field.type is Type.DAY:
        return _("Skriv dagen som åååå-mm-dd.")
    if field.type is Type.TEXT:
        return _("Skriv en text.")
    return _("Välj i listan.")


def _check_twice(checked: Checked) -> Iterator[Remark]:
    seen: dict[tuple[str, ...], Line] = {}
    for line in checked.lines:
        first = seen.setdefault(line.key, line)
        if first is line or not any(line.key):
            continue
        labels = show_list(field.label for field in checked.kind.keys)
        wrong = _("Raden finns två gånger: {fields} är samma.").format(fields=labels)
        if first.row.place.row:
            wrong = _("Raden finns redan på rad {row} i ’{sheet}’: {fields} är samma.").format(
                row=first.row.place.row, sheet=show(first.row.place.sheet), fields=labels
            )
        right = _("Ta bort den ena, eller slå ihop dem till en.")
        name = checked.kind.keys[0].name
        yield checked.remark(Severity.ERROR, "duplicate", wrong, right, line, name)


def _check_gap(checked: Checked, line: Line, field: Field) -> Iterator[Remark]:
    if field.type not in NUMBERS:
        wrong = _(
            "{field} kan inte vara .. eller . – de tecknen går bara där ett tal ska stå."
        ).format(field=field.label)
        needed = field.required or field.is_key
        right = _to_hint(field) if needed else _("Låt fältet vara tomt.")
        yield checked.remark(Severity.ERROR, "gap-not-allowed", wrong, right, line, field.name)


def _check_number(checked: Checked, line: Line, field: Field, value: Value) -> Iterator[Remark]:
    number = to_number(value)
    if number is None:
        yield _to_wrong_type(checked, line, field, _to_hint(field))
    elif number < 0:
        wrong = _("{field} är {value}, men kan inte vara under noll.")
        wrong = wrong.format(field=field.label, value=show(value))
        yield checked.remark(Severity.ERROR, "negative", wrong, _to_hint(field), line, field.name)
    elif field.type is Type.COUNT and number != int(number):
        wrong = _("{field} är {value}, men ett antal är ett heltal.")
        wrong = wrong.format(field=field.label, value=show(value))
        right = _("Skriv antalet utan decimaler.")
        yield checked.remark(Severity.ERROR, "fraction", wrong, right, line, field.name)


def _check_choice(
    checked: Checked, line: Line, field: Field, value: Value, options: Mapping[str, str]
) -> Iterator[Remark]:
    if not isinstance(value, str):
        yield _to_wrong_type(checked, line, field, _to_hint(field))
    elif value not in options:
        entry = checked.context.register.find(field.options, value)
        wrong = _("{field} är ’{value}’, som inte finns i listan.")
        if entry:
            wrong = _("{field} är ’{value}’, som inte gäller under {period}.")
        wrong = wrong.format(
            field=field.label,
            value=entry.name if entry else show(value),
            period=checked.context.period,
        )
        right = _("Välj en av: {names}.").format(names=show_list(options.values()))
        yield checked.remark(Severity.ERROR, "not-in-list", wrong, right, line, field.name)


def _check_kommun(checked: Checked, line: Line, field: Field, value: Value) -> Iterator[Remark]:
    if not isinstance(value, str):
        yield _to_wrong_type(checked, line, field, _to_hint(field))
    elif checked.area is not None and value not in checked.area.kommuner:
        names = checked.context.kommuner
        wrong = _("{kommun} ligger inte i {area}.").format(
            kommun=names.get(value, show(value)), area=checked.area.name
        )
        within = sorted(names.get(code, code) for code in checked.area.kommuner)
        right = _("Området har kommunerna {names}.").format(names=show_list(within))
        yield checked.remark(Severity.ERROR, "kommun-outside", wrong, right, line, field.name)


def _to_wrong_type(checked: Checked, line: Line, field: Field, right: str) -> Remark:
    wrong = _("{field} kan inte vara ’{value}’.").format(
        field=field.label, value=show(line.row.values.get(field.name))
    )
    return checked.remark(Severity.ERROR, "wrong-type", wrong, right, line, field.name)
