"""The tables that say the same as the charts of Trender."""

from collections.abc import Mapping, Sequence

import pandas as pd

from indicators.periods import period_name, to_period
from ui.funnel_chart import place_name
from ui.trend_choice import TrendChoice
from ui.trend_points import Line, reason_name, to_marks
from words import _

Row = Mapping[str, object]


def to_course(lines: Sequence[Line], choice: TrendChoice) -> pd.DataFrame:
    """A row a period, the newest first: each line's figure, the first one's interval and what is
    to be known of it, its reason when it has none."""
    periods = sorted({p for line in lines for p in line.points["period"]}, reverse=True)
    table = pd.DataFrame({_("Period"): [period_name(one) for one in periods]})
    for line in lines:
        table[line.name] = _to_column(line, "value", periods, choice)
    table[_("lägst")] = _to_column(lines[0], "low", periods, choice)
    table[_("högst")] = _to_column(lines[0], "high", periods, choice)
    rows = lines[0].points.set_index("period").to_dict("index")
    table[_("Att veta")] = [_to_note(rows.get(one), choice) for one in periods]
    return table


def to_gaps(lines: Sequence[Line], table: pd.DataFrame) -> pd.DataFrame:
    """Why a line has no figure, as `table` (of `to_course` or `to_panels`); '' where it has one."""
    gaps = pd.DataFrame("", index=table.index, columns=table.columns, dtype=object)
    periods = [to_period(one) for one in table[_("Period")]]
    for line in lines:
        reasons = line.points.set_index("period")["reason"].reindex(periods).fillna("saknas")
        gaps[line.name] = [reason_name(str(one)) for one in reasons]
    return gaps


def _to_column(
    line: Line, name: str, periods: Sequence[str], choice: TrendChoice
) -> "pd.Series[float]":
    values = line.points.set_index("period")[name].astype("float64")
    return values.reindex(periods).round(1 if choice.is_rate else 0).reset_index(drop=True)


def _to_note(row: Row | None, choice: TrendChoice) -> str:
    if row is None:
        return ""
    if pd.isna(row["value"]):  # type: ignore[call-overload]
        return reason_name(str(row["reason"]))
    return ", ".join(to_marks(dict(row) | {"estimated": False}, choice))  # told of all of them once


def to_order(areas: pd.DataFrame) -> pd.DataFrame:
    """The areas, the highest rate first, those without a rate last."""
    return areas.sort_values("per_10_000", ascending=False, na_position="last")


def to_areas(areas: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """A row an area, the highest rate first: rate, interval, count, young, place or reason."""
    order = to_order(areas)
    shown = order["per_10_000"].notna()
    rates = {name: order[name].astype("float64").round(1) for name in ("per_10_000", "low", "high")}
    place = order["place"].map(place_name)
    return pd.DataFrame(
        {
            _("Område"): order["code"].map(names),
            _("Per 10 000"): rates["per_10_000"],
            _("Mot snittet"): place.where(shown, order["rate_reason"].map(reason_name)),
            _("lägst"): rates["low"],
            _("högst"): rates["high"],
            _("Antal"): order["value"],
            _("Unga"): order["persons"].where(shown).round().astype("Int64"),
        }
    ).reset_index(drop=True)


def to_panels(lines: Sequence[Line], choice: TrendChoice) -> pd.DataFrame:
    """A row a period, the newest first, a column a line."""
    periods = sorted({p for line in lines for p in line.points["period"]}, reverse=True)
    table = pd.DataFrame({_("Period"): [period_name(one) for one in periods]})
    for line in lines:
        table[line.name] = _to_column(line, "value", periods, choice)
    return table
