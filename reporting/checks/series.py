"""Each value against its own series in the quarters before, by the rules of `jumps`."""

from collections.abc import Iterator, Mapping

from indicators.periods import Quarter
from reporting.checks.base import Checked, Line
from reporting.checks.jumps import JUMP, MOST, USUAL, ZERO, is_jump, is_leap
from reporting.checks.words import show, show_number
from reporting.kinds import CELLS, TOTAL, Type
from reporting.ranges import to_quarters_before
from reporting.remarks import Remark, Severity
from reporting.rows import Row, identity
from reporting.totals import to_number, to_value
from words import _

History = Mapping[Quarter, float]


def check_jumps(checked: Checked) -> Iterator[Remark]:
    """Each count and amount of a listed kind against what was reported for the same before."""
    if checked.kind.listing is None:
        return
    counts = TOTAL in checked.fields
    amounts = [field.name for field in checked.kind.fields if field.type is Type.AMOUNT]
    if not counts and not amounts:
        return
    earlier = _to_earlier(checked)
    for line in checked.lines:
        before = earlier.get(line.key, {})
        if counts and before:
            yield from _check_counts(checked, line, before)
        for name in amounts if before else ():
            yield from _check_amount(checked, line, name, _to_history(before, name))


def _check_counts(checked: Checked, line: Line, before: Mapping[Quarter, Row]) -> Iterator[Remark]:
    """Every cell; and the total if all cells pass, for a change can be spread over them."""
    found = [remark for name in CELLS for remark in _check_count(checked, line, name, before)]
    yield from found or _check_count(checked, line, TOTAL, before)


def _check_count(
    checked: Checked, line: Line, name: str, before: Mapping[Quarter, Row]
) -> Iterator[Remark]:
    count = to_number(to_value(line.row, name))
    if count is None or count < 0:
        return
    history = _to_history(before, name)
    if count == 0 and _was_usual(history, checked.unit.period):
        yield _to_zero(checked, line, name, history)
    elif is_jump(count, list(history.values())):
        yield _to_jump(checked, line, name, history)


def _check_amount(checked: Checked, line: Line, name: str, history: History) -> Iterator[Remark]:
    amount = to_number(line.row.values.get(name))
    if amount is None or not history:
        return
    if amount == 0 and len(history) > 1 and min(history.values()) > 0:
        yield _to_zero(checked, line, name, history)
    elif is_leap(amount, list(history.values())):
        yield _to_jump(checked, line, name, history)


def _was_usual(history: History, period: Quarter) -> bool:
    """Whether each of the four quarters before had at least five."""
    return all(history.get(then, 0) >= USUAL for then in to_quarters_before(period, 4))


def _to_earlier(checked: Checked) -> dict[tuple[str, ...], dict[Quarter, Row]]:
    """Row's identity → period → row, of the eight quarters before."""
    found: dict[tuple[str, ...], dict[Quarter, Row]] = {}
    for then in reversed(to_quarters_before(checked.unit.period, MOST)):
        for row in checked.earlier.get(then, ()):
            found.setdefault(identity(checked.kind, row), {})[then] = row
    return found


def _to_history(before: Mapping[Quarter, Row], name: str) -> History:
    """The quarters with a number, oldest first."""
    numbers = ((then, to_number(to_value(row, name))) for then, row in before.items())
    return {then: number for then, number in numbers if number is not None and number >= 0}


def _to_jump(checked: Checked, line: Line, name: str, history: History) -> Remark:
    wrong = _("{field} är {value}, långt från det vanliga: {usual}.")
    wrong = wrong.format(
        field=checked.label(name), value=show(to_value(line.row, name)), usual=_to_usual(history)
    )
    right = _("Kontrollera talet. Stämmer det, skriv varför i anteckningen.")
    return checked.remark(Severity.WARNING, JUMP, wrong, right, line, name)


def _to_zero(checked: Checked, line: Line, name: str, history: History) -> Remark:
    wrong = _("{field} är 0, men det vanliga är {usual}.")
    wrong = wrong.format(field=checked.label(name), usual=_to_usual(history))
    right = _("Skriv .. om uppgiften saknas. Är det verkligen noll, skriv varför i anteckningen.")
    return checked.remark(Severity.WARNING, ZERO, wrong, right, line, name)


def _to_usual(history: History) -> str:
    """The range, the quarters and the number of values, in words; of one value itself."""
    numbers, quarters = list(history.values()), list(history)
    if len(numbers) == 1:
        return _("{value} under {quarter}").format(
            value=show_number(numbers[0]), quarter=quarters[0].name
        )
    return _("{low}–{high} under {first}–{last} ({n} värden)").format(
        low=show_number(min(numbers)),
        high=show_number(max(numbers)),
        first=quarters[0].name,
        last=quarters[-1].name,
        n=len(numbers),
    )
