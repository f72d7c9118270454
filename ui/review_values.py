"""A report's values beside those of the period before and of the region's other areas."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd
import streamlit as st

from indicators.periods import period_name
from reporting.kinds import CELLS, NOTE, TOTAL, TOTALS, Field, Kind, Type
from reporting.remarks import Remark, Severity
from reporting.rows import Row, identity
from reporting.totals import to_value
from reporting.values import Value
from ui.report_asked import to_text
from ui.report_words import Names
from ui.review_numbers import to_change, to_median
from ui.tall_tables import show_seen, to_height
from words import _

_TALLEST = 640  # pixels


_WHOLE = "background-color: #7d9bb91a; font-weight: 600"  # the sum of the rows below


_COUNTED = (Type.COUNT, Type.AMOUNT)


class Told(NamedTuple):
    """What is shown of a unit: its rows now, those of the period before (None = no report then),
    and the rows of each of the region's other areas that have reported the same."""

    now: tuple[Row, ...]
    before: tuple[Row, ...] | None
    others: Sequence[tuple[Row, ...]]


def to_table(
    kind: Kind, told: Told, names: Names, remarks: Sequence[Remark], *, changed_only: bool = False
) -> pd.DataFrame:
    """A row for each value: what it is about, which field, now, before, change, the others'
    median, and a mark where the checks have something to say."""
    now, before = _by_identity(kind, told.now), _by_identity(kind, told.before or ())
    others = [_by_identity(kind, rows) for rows in told.others]
    marked = {
        (one.identity, one.field) for one in remarks if one.severity is not Severity.INFORMATION
    }
    lines = []
    for key in [*now, *(key for key in before if key not in now)]:
        for field in _to_fields(kind, now.get(key), before.get(key)):
            here, there = now.get(key), before.get(key)
            value, old = _value(here, field), _value(there, field)
            if changed_only and value == old:
                continue
            around = [_value(rows.get(key), field) for rows in others]
            is_marked = (key, field.name) in marked or (key, "") in marked
            lines.append(
                (
                    names.row(kind, key),
                    field.label,
                    to_text(kind, here, field, names),
                    to_text(kind, there, field, names),
                    _change(field, value, old, known=told.before is not None),
                    to_median(around),
                    _("se ovan") if is_marked else "",
                )
            )
    columns = ["what", "field", "now", "before", "change", "others", "mark"]
    return pd.DataFrame(lines, columns=columns, dtype="object")


def _change(field: Field, value: Value | None, old: Value | None, *, known: bool) -> str:
    """A total that can't be worked out, since a cell is missing, is neither new nor removed."""
    unknown = field.name == TOTAL and (value is None or old is None)
    return "" if unknown else to_change(value, old, known=known)


def _by_identity(kind: Kind, rows: Sequence[Row]) -> dict[tuple[str, ...], Row]:
    return {identity(kind, row): row for row in rows}


def _value(row: Row | None, field: Field) -> Value | None:
    return None if row is None else to_value(row, field.name)


def _to_fields(kind: Kind, *rows: Row | None) -> list[Field]:
    """The fields to show of a row: those that hold something now or before, the total of cells
    first, and neither keys nor notes."""
    held = {name for row in rows if row is not None for name in row.values}
    split = bool(held & set(CELLS))
    shown = [
        field
        for field in kind.fields
        if not field.is_key and field.name != NOTE and field.name not in TOTALS
        if field.name in held or field.required
    ]
    total = [kind.field(TOTAL)] if split or TOTAL in held else []
    return total + shown


def has_numbers(kind: Kind) -> bool:
    """Whether the kind is counted, and not only told in words."""
    return any(field.type in _COUNTED for field in kind.fields)


def show(table: pd.DataFrame, period: str, before: str, region: str | None) -> None:
    """The table of values. `region` = its name, None where there is nothing to compare with."""
    labels = {
        "what": _("Gäller"),
        "field": _("Uppgift"),
        "now": period_name(period),
        "before": period_name(before),
        "change": _("Förändring"),
        "others": _("Andra i {region}, median (antal)").format(region=region or ""),
        "mark": _("Anmärkning"),
    }
    if region is None:
        table = table.drop(columns="others")
    if not table["mark"].any():
        table = table.drop(columns="mark")
    right = {"now", "before", "change", "others"}
    total = table["field"].eq(_("Totalt"))
    styles = table.assign(**dict.fromkeys(table, "")).mask(total, _WHOLE)
    show_seen(len(table), _TALLEST)
    st.dataframe(
        table.style.apply(lambda _frame: styles, axis=None),
        hide_index=True,
        column_config={
            name: st.column_config.TextColumn(
                labels[name],
                alignment="right" if name in right else "left",
                width={"what": 210, "field": 120, "others": 190}.get(name, 90),
            )
            for name in table.columns
        },
        height=to_height(len(table), _TALLEST),
        alt=_("Värden för {period} bredvid {before}").format(
            period=labels["now"], before=labels["before"]
        ),
    )
