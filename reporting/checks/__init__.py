"""The checks of what was reported: every rule looks at all units, and says all it has to say.

A module a subject; each has `check_…` functions that yield remarks and never raise for what a
unit holds. None of them changes anything.
"""

from dataclasses import replace

from reporting.checks.amount import limit
from reporting.checks.areas import check_area
from reporting.checks.base import Checked, to_checked, to_unknown_kind
from reporting.checks.councils import check_council
from reporting.checks.counts import check_counts
from reporting.checks.fields import check_fields
from reporting.checks.goals import check_goals
from reporting.checks.history import check_history
from reporting.checks.mappings import check_mappings
from reporting.checks.series import check_jumps
from reporting.checks.stored import check_stored
from reporting.checks.texts import check_texts
from reporting.context import Context
from reporting.kinds import NOTE, kinds
from reporting.remarks import Remark, Severity
from reporting.rows import Units
from reporting.values import Gap

ENOUGH = 10  # signs of a note that answers a warning
_RULES = (
    check_area,
    check_fields,
    check_texts,
    check_counts,
    check_council,
    check_goals,
    check_mappings,
    check_jumps,
    check_history,
    check_stored,
)


def check(units: Units, context: Context) -> list[Remark]:
    """Every remark on the units, which are those of the context's period, in the units' order.

    A warning of a row whose note has at least ten signs comes as information, with the same code.
    Of very many of one severity the first ones, closed by one that counts the rest; what points
    out a person is masked in all. Near-linear in the number of values. Raises nothing for whatever
    the values are.
    """
    known = kinds()
    remarks: list[Remark] = []
    for unit, rows in units.items():
        if unit.kind not in known:
            remarks.append(to_unknown_kind(unit))
            continue
        checked = to_checked(unit, rows, known[unit.kind], context)
        found = [remark for rule in _RULES for remark in rule(checked)]
        remarks += _ease(found, checked)
    return limit(remarks)


def _ease(remarks: list[Remark], checked: Checked) -> list[Remark]:
    """The warnings that a note of their row has answered are told, no more."""
    noted = {
        (one.shown, one.row.place)
        for one in checked.lines
        if isinstance(note := one.row.values.get(NOTE), str)
        and not isinstance(note, Gap)
        and len(note.strip()) >= ENOUGH
    }
    return [
        replace(remark, severity=Severity.INFORMATION)
        if remark.severity is Severity.WARNING and (remark.identity, remark.place) in noted
        else remark
        for remark in remarks
    ]
