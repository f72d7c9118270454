"""Common goals: an outcome is told whole, so that it does not tell the counts it is made of."""

from collections.abc import Iterator

from reporting.checks.base import Checked
from reporting.checks.words import show
from reporting.remarks import Remark, Severity
from reporting.totals import to_number
from words import _

GOALS, OUTCOME = "mal", "utfall"


def check_goals(checked: Checked) -> Iterator[Remark]:
    """Outcomes reach readers as they are reported. 20,17 per 10 000 inhabitants, or 58,3 per cent,
    leaves few counts that it can be of; a whole number leaves many."""
    if checked.kind.code != GOALS:
        return
    for line in checked.lines:
        number = to_number(line.row.values.get(OUTCOME))
        if number is not None and number != int(number):
            wrong = _("{field} är {value}. Decimaler kan avslöja de antal som skyddas.")
            wrong = wrong.format(field=checked.label(OUTCOME), value=show(number))
            right = _("Avrunda till ett heltal.")
            yield checked.remark(Severity.ERROR, "goal-decimals", wrong, right, line, OUTCOME)
