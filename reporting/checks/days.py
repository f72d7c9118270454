"""Days: when the structure began, what has not happened yet, and the period's last day."""

from collections.abc import Iterator
from datetime import date

from reporting.checks.base import Checked, Line
from reporting.checks.words import show
from reporting.kinds import Field
from reporting.remarks import Remark, Severity
from reporting.totals import to_day
from reporting.values import Value
from words import _

BEGINNING = date(2023, 11, 9)  # the day of the government's decision on the structure


def check_day(checked: Checked, line: Line, field: Field, value: Value) -> Iterator[Remark]:
    """The day of something that happened in the period. A kommun's mapping has rules of its own."""
    day = to_day(value)
    if day is None:
        wrong = _("{field} är ’{value}’, som inte är en dag.")
        wrong = wrong.format(field=field.label, value=show(value))
        right = _("Skriv dagen som åååå-mm-dd.")
        yield checked.remark(Severity.ERROR, "wrong-type", wrong, right, line, field.name)
    elif checked.kind.code != "kartlaggningar":
        yield from _check_event(checked, line, field, day)


def _check_event(checked: Checked, line: Line, field: Field, day: date) -> Iterator[Remark]:
    period, today = checked.context.period, checked.context.today
    severity = Severity.ERROR
    if day < BEGINNING:
        code, wrong = "day-too-early", _("{field} är {day}, före strukturens början.")
        right = _("Skriv en dag från och med {beginning}.")
    elif day > today:
        code, wrong = "day-in-future", _("{field} är {day}, som inte har varit än.")
        right = _("Skriv en dag till och med i dag, {today}.")
    elif day > period.last:
        code, wrong = "day-after-period", _("{field} är {day}, efter periodens sista dag {last}.")
        right = _("Rapportera det med perioden som dagen hör till.")
    elif day < period.first:
        severity = Severity.INFORMATION
        code, wrong = "day-before-period", _("{field} är {day}, före perioden {period}.")
        right = _("Det får vara så om det inte har rapporterats förut.")
    else:
        return
    known = {"field": field.label, "day": day, "beginning": BEGINNING, "today": today}
    known |= {"last": period.last, "period": period.name}
    yield checked.remark(
        severity, code, wrong.format(**known), right.format(**known), line, field.name
    )
