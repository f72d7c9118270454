"""One cell's value, by the field it stands in."""

import re

from reporting.kinds import LONGEST_TEXT, NOTE, Field, Type
from reporting.reading.choices import Options
from reporting.reading.days import to_day
from reporting.reading.grid import Cell, Special, to_text
from reporting.reading.numbers import to_amount, to_count
from reporting.reading.problem import Problem
from reporting.reading.spelling import clean, fold
from reporting.values import Gap, Value
from words import _

_MOST_READ = 4_000  # signs of a text, of which the checks can say how many are too many
_SIGNS = {
    **dict.fromkeys(("..", "-", "\u2013", "\u2014", "\u2212", "\u2026"), Gap.MISSING),
    ".": Gap.NOT_APPLICABLE,
}
_WORDS = {
    **dict.fromkeys(("saknas", "uppgiftsaknas"), Gap.MISSING),
    **dict.fromkeys(("ejtillampligt", "ejtillamplig", "intetillampligt", "et"), Gap.NOT_APPLICABLE),
}
_LONGEST_GAP = 25
# As Excel writes an error in any language, or a number that has no room
_ERROR = re.compile(r"#(?:N/A|[^\Wa-z_]+(?:/0)?[!?]|#+)")


def to_value(cell: Cell, field: Field, options: Options | None) -> Value | None:
    """The value, its gap, or None when nothing but unseen signs stands there. `options` are those
    of a choice or a kommun. Problem when it can't be read."""
    check_computed(cell)
    value = cell.value if isinstance(cell, Special) else cell
    if isinstance(value, str):
        text = clean(value)
        if not text or (field.name == NOTE and text in _SIGNS):
            return None
        gap = to_gap(text)
        if gap and field.name != NOTE:
            return _allowed(gap, field)
    return _typed(cell, field, options)


def check_computed(cell: Cell) -> None:
    """Problem when the cell shows an error, or a formula that was never computed."""
    if isinstance(cell, Special) and cell.formula and cell.value is None and not cell.error:
        raise Problem(
            "formula-without-value",
            _("Cellen har en formel utan uträknat värde."),
            _("Öppna filen i kalkylprogrammet, spara den och läs in den igen, eller skriv talet."),
        )
    is_error = isinstance(cell, Special) and cell.error
    if is_error or _ERROR.fullmatch(to_text(cell)):
        raise Problem(
            "error-value",
            _("Cellen visar ett fel från kalkylprogrammet."),
            _("Rätta formeln, eller skriv värdet i cellen."),
        )


def to_gap(text: str) -> Gap | None:
    """The gap that the clean text stands for, if it does."""
    if text in _SIGNS:
        return _SIGNS[text]
    return _WORDS.get(fold(text)) if len(text) <= _LONGEST_GAP else None


def _allowed(gap: Gap, field: Field) -> Gap:
    if field.is_key:
        raise Problem(
            "gap-in-key",
            _("{field} måste vara ifyllt för att raden ska kunna tas emot.").format(
                field=field.label
            ),
            _("Fyll i fältet. Finns inget att rapportera, skriv ordet ”inget”."),
        )
    return gap


def _typed(cell: Cell, field: Field, options: Options | None) -> Value:
    if field.type is Type.COUNT:
        return to_count(cell)
    if field.type is Type.AMOUNT:
        return to_amount(cell)
    if field.type is Type.DAY:
        return to_day(cell)
    if options is not None:
        return options.find(cell)
    return _to_long_text(cell)


def _to_long_text(cell: Cell) -> str:
    text = clean(to_text(cell))
    if len(text) > _MOST_READ:
        raise Problem(
            "too-long",
            _("Texten är längre än {most} tecken.").format(most=LONGEST_TEXT),
            _("Korta texten."),
        )
    return text
