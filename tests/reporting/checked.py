"""Short ways to check one row or one unit in a context."""

from collections.abc import Mapping
from dataclasses import replace

from indicators.periods import Quarter
from reporting.checks import check
from reporting.context import Context
from reporting.kinds import CELLS, LOCAL
from reporting.ranges import to_quarters_before
from reporting.remarks import Remark, Severity
from reporting.rows import Place, Row, Unit
from reporting.values import Value
from tests.reporting.contexts import make_context

CONTEXT = make_context(1, period=Quarter(2026, 3), earlier=0)
YEAR_END = make_context(1, period=Quarter(2026, 4), earlier=0)
AREA = next(one for one in CONTEXT.areas.values() if one.level == LOCAL)
REGION = next(one for one in CONTEXT.areas.values() if one.level != LOCAL)
NOTE = {"anteckning": "Det stämmer, vi har kontrollerat."}
ERROR, WARNING, INFORMATION = Severity.ERROR, Severity.WARNING, Severity.INFORMATION


def check_rows(
    kind: str,
    *rows: Mapping[str, Value] | Row,
    context: Context = CONTEXT,
    area: str = "",
    period: Quarter | None = None,
) -> list[Remark]:
    """What is said of a unit of these rows, of the first LPO unless another area is named."""
    made = tuple(
        row if isinstance(row, Row) else Row(row, Place(kind, 5 + number))
        for number, row in enumerate(rows)
    )
    return check({Unit(area or AREA.code, kind, period or context.period): made}, context)


def codes(remarks: list[Remark], severity: Severity | None = None) -> list[str]:
    """The remarks' codes, of one severity if it is named."""
    return [one.code for one in remarks if severity in (None, one.severity)]


def cells(*counts: Value, **others: Value) -> dict[str, Value]:
    """A row of a measure with its six cells."""
    return {"atgard": "atgard-1"} | dict(zip(CELLS, counts, strict=True)) | others


def with_history(
    kind: str, *quarters: Mapping[str, Value] | None, area: str = "", context: Context = CONTEXT
) -> Context:
    """The context with what was reported in the quarters before, the nearest first."""
    periods = to_quarters_before(context.period, len(quarters))
    earlier = {
        then: (Row(values),)
        for then, values in zip(periods, quarters, strict=True)
        if values is not None
    }
    return replace(context, earlier={(area or AREA.code, kind): earlier})
