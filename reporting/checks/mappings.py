"""The kommuner's own mapping: the law (2023:196) asks for it at least every second year."""

from collections.abc import Iterator
from datetime import date

from indicators.cooperation import to_due
from reporting.checks.base import Checked, Line
from reporting.remarks import Remark, Severity
from reporting.totals import to_day
from words import _

EARLIEST = date(2023, 1, 1)  # the law came into force in 2023


def check_mappings(checked: Checked) -> Iterator[Remark]:
    """The latest mapping is done and not older than the law, the next comes within two years."""
    if checked.kind.code != "kartlaggningar":
        return
    for line in checked.lines:
        latest = to_day(line.row.values.get("senaste"))
        following = to_day(line.row.values.get("nasta"))
        if latest is not None:
            yield from _check_latest(checked, line, latest)
            if following is not None:
                yield from _check_next(checked, line, latest, following)


def _check_latest(checked: Checked, line: Line, latest: date) -> Iterator[Remark]:
    label, today = checked.label("senaste"), checked.context.today
    if latest > today:
        wrong = _("{field} är {day}, som inte har varit än.").format(field=label, day=latest)
        right = _("Skriv dagen då den senaste kartläggningen blev klar.")
        yield checked.remark(Severity.ERROR, "day-in-future", wrong, right, line, "senaste")
    elif latest < EARLIEST:
        wrong = _("{field} är {day}, före lagen.").format(field=label, day=latest)
        right = _("Skriv en dag från och med {day}.").format(day=EARLIEST)
        yield checked.remark(Severity.ERROR, "day-too-early", wrong, right, line, "senaste")


def _check_next(checked: Checked, line: Line, latest: date, following: date) -> Iterator[Remark]:
    known = {"field": checked.label("nasta"), "day": following, "latest": latest}
    due = to_due(latest)
    if following < latest:
        wrong = _("{field} är {day}, före den senaste ({latest}).").format(**known)
        right = _("Skriv dagen då nästa kartläggning ska vara klar.")
        yield checked.remark(Severity.ERROR, "next-before-latest", wrong, right, line, "nasta")
    elif following > due:
        wrong = _("{field} är {day}, mer än två år efter den senaste ({latest}).").format(**known)
        right = _("Enligt lagen ska den vara klar senast {due}. Skriv varför i anteckningen.")
        right = right.format(due=due)
        yield checked.remark(Severity.WARNING, "next-too-late", wrong, right, line, "nasta")
