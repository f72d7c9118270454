"""What was reported the period before and is not answered now."""

from collections.abc import Iterator
from dataclasses import replace

from reporting.checks.base import Checked
from reporting.checks.words import show, show_list
from reporting.kind_periods import to_period_before
from reporting.remarks import Remark, Severity
from reporting.rows import Row, identity
from reporting.totals import to_number
from words import _

CODE = "left-out"


def check_history(checked: Checked) -> Iterator[Remark]:
    """Each entry of the kind's list that had a number the period before (for the year's kinds: the
    year before), still holds, and has no row now. One remark when nothing at all is reported."""
    then = to_period_before(checked.kind, checked.unit.period)
    if checked.kind.listing is None or then is None:
        return
    now = {line.key for line in checked.lines}
    names = checked.options(checked.kind.fields[0])
    missing = [
        key
        for row in checked.earlier.get(then, ())
        if (key := identity(checked.kind, row)) not in now and key[0] in names and _has_number(row)
    ]
    right = _("Fyll i det, eller skriv .. om uppgiften saknas. Är det rätt så, säg varför.")
    if missing and not now:
        wrong = _("Inget rapporteras, men {then} rapporterades {names}.")
        wrong = wrong.format(then=then, names=show_list(names[key[0]] for key in missing))
        yield checked.remark(Severity.WARNING, CODE, wrong, right)
        return
    for key in missing:
        wrong = _("{name} är inte ifyllt, men rapporterades {then}.")
        wrong = wrong.format(name=show(names[key[0]]), then=then)
        yield replace(checked.remark(Severity.WARNING, CODE, wrong, right), identity=key)


def _has_number(row: Row) -> bool:
    return any(to_number(value) is not None for value in row.values.values())
