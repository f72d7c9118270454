"""Councils: meetings held and attended, the stages in their order, and the reasons."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from indicators.stages import NOT_NEEDED, STAGES
from reporting.checks.base import Checked, Line, is_there
from reporting.checks.words import show
from reporting.kinds import option_labels
from reporting.remarks import Remark, Severity
from reporting.totals import to_day, to_number
from words import _

HELD, ATTENDED = "hallna", "deltagit"
STAGE, DAY, REASON = "stadium", "dag", "skal"


class Step(NamedTuple):
    """A stage (by its place in the order) from a day; without a line it was known before."""

    day: date
    stage: int
    line: Line | None


def check_council(checked: Checked) -> Iterator[Remark]:
    """Events and participation."""
    if checked.kind.code == "deltagande":
        yield from _check_attended(checked)
        yield from _check_held(checked)
    elif checked.kind.code == "handelser":
        yield from _check_reasons(checked)
        yield from _check_order(checked)


def _check_attended(checked: Checked) -> Iterator[Remark]:
    for line in checked.lines:
        held = _to_held(line)
        attended = to_number(line.row.values.get(ATTENDED))
        if held is not None and attended is not None and attended > held:
            wrong = _("Aktören har deltagit i fler möten ({attended}) än som hölls ({held}).")
            wrong = wrong.format(attended=show(attended), held=show(held))
            right = _("Skriv högst så många som hölls, eller rätta antalet hållna.")
            yield checked.remark(
                Severity.ERROR, "attended-above-held", wrong, right, line, ATTENDED
            )


def _to_held(line: Line) -> float | None:
    """The number, if there can be so many: one below zero has a remark already."""
    held = to_number(line.row.values.get(HELD))
    return held if held is not None and held >= 0 else None


def _check_held(checked: Checked) -> Iterator[Remark]:
    """A council holds as many meetings for each of its actors: who differs from most is told."""
    held = [(line, _to_held(line)) for line in checked.lines]
    counted = Counter(number for _line, number in held if number is not None)
    if len(counted) < 2:
        return
    usual = counted.most_common(1)[0][0]
    for line, number in held:
        if number is not None and number != usual:
            wrong = _("Hållna möten är {number} här, men {usual} för de flesta av rådets aktörer.")
            wrong = wrong.format(number=show(number), usual=show(usual))
            right = _("Skriv samma antal för alla, eller skriv varför i anteckningen.")
            yield checked.remark(Severity.WARNING, "held-differs", wrong, right, line, HELD)


def _check_reasons(checked: Checked) -> Iterator[Remark]:
    for line in checked.lines:
        if line.row.values.get(STAGE) == NOT_NEEDED and not is_there(line.row, REASON):
            wrong = _("Rådet är ’ej aktuellt’ utan skäl.")
            right = _("Skriv skälet i fältet {field}.").format(field=checked.label(REASON))
            yield checked.remark(Severity.ERROR, "reason-missing", wrong, right, line, REASON)


def _check_order(checked: Checked) -> Iterator[Remark]:
    """Each step against the one before it in time, those that were known before included.

    A council that is dormant or not needed stands beside the order: from there any stage is a new
    beginning.
    """
    labels = option_labels(STAGE)
    for earlier, later in pairwise(_to_steps(checked)):
        line = later.line or earlier.line
        if line is None or not 0 <= later.stage < earlier.stage:
            continue
        wrong = _("Steget går bakåt: {before} från {day}, sedan {after} från {later}.").format(
            before=labels[STAGES[earlier.stage]],
            day=earlier.day,
            after=labels[STAGES[later.stage]],
            later=later.day,
        )
        right = _("Rätta steg eller dag, eller skriv i anteckningen vad som har hänt.")
        yield checked.remark(Severity.WARNING, "stage-backwards", wrong, right, line, STAGE)


def _to_steps(checked: Checked) -> list[Step]:
    steps = []
    if checked.unit.area in checked.context.stages:
        stage, known = checked.context.stages[checked.unit.area]
        steps.append(Step(known, _to_order(stage), None))
    for line in checked.lines:
        day, stage = to_day(line.row.values.get(DAY)), str(line.row.values.get(STAGE, ""))
        if day is not None:
            steps.append(Step(day, _to_order(stage), line))
    # Of several on one day the furthest comes last
    return sorted(steps, key=lambda step: (step.day, step.stage))


def _to_order(stage: str) -> int:
    """0–4, and −1 for what stands beside."""
    return STAGES.index(stage) if stage in STAGES else -1
