"""Counted indicators on the map: classes of rates, and each area's figure in words."""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from indicators.class_limits import to_class
from indicators.periods import period_name
from ui import formats
from ui.headings import as_text
from ui.map_indicators import Indicator
from ui.palette import BLUES, Kind
from ui.trend_points import reason_name
from words import _, plural

WITHOUT = ("skyddat", "ej-tillampligt", "saknas")  # the last is also for what is not there
_PATTERNS = {"skyddat": "grid", "ej-tillampligt": "dots", "saknas": "hatch"}


def to_indicator(
    code: str,
    name: str,
    definition: str,
    limits: Sequence[float],
    *,
    smooth: bool,
    exact: bool = False,
) -> Indicator:
    """The indicator as the map takes it; `limits` of `class_limits.to_limits`; `exact` when no
    count is rounded."""
    label = _("{name}, utjämnat").format(name=name) if smooth else name
    legend = _("Per 10 000 unga, utjämnat") if smooth else _("Per 10 000 unga")
    return Indicator(
        code,
        label,
        legend,
        definition,
        to_kinds(limits, exact=exact),
        _to_classify(tuple(limits)),
        to_value,
    )


def to_kinds(limits: Sequence[float], *, exact: bool = False) -> tuple[Kind, ...]:
    """The classes from low to high, and those without a figure."""
    told = [formats.rate(limit) for limit in limits]
    if told:
        between = [
            f"{low}–{formats.rate(high - 0.1)}"
            for low, high in zip(told[:-1], limits[1:], strict=True)
        ]
        labels = [_("under {limit}").format(limit=told[0]), *between]
        labels.append(_("{limit} och mer").format(limit=told[-1]))
    else:
        labels = [_("0") if exact else _("0 (kan vara avrundat)")]
    kinds = [Kind(label, BLUES[place]) for place, label in enumerate(labels)]
    gaps = [Kind(reason_name(one), pattern=_PATTERNS[one], rare=one != "saknas") for one in WITHOUT]
    return (*kinds, *gaps)


def _to_classify(limits: tuple[float, ...]) -> Callable[[Any], int]:
    first_gap = len(limits) + 1

    def classify(row: Any) -> int:
        if pd.isna(row["shown"]):
            reason = row["rate_reason"]
            place = WITHOUT.index(reason) if reason in WITHOUT else len(WITHOUT) - 1
            return first_gap + place
        return to_class(float(row["shown"]), limits)

    return classify


def to_value(row: Any) -> str:
    """`12,4 per 10 000 unga (6,9–20,8), 2026 K3, preliminärt`; nothing without a figure."""
    if pd.isna(row["shown"]):
        return ""
    text = _("{value} per 10 000 unga").format(value=formats.rate(row["shown"]))
    if row["smooth"]:
        text += " " + _("utjämnat, {own} i området").format(own=formats.rate(row["per_10_000"]))
    else:
        text += f" ({formats.rate(row['low'])}–{formats.rate(row['high'])})"
    return ", ".join([text, period_name(row["period"]), *to_notes(row)])


def to_notes(row: Any) -> list[str]:
    """What is to be known of an area's figure."""
    marks = [
        (row["preliminary"], _("preliminärt")),
        (row["incomplete"], _("delvis rapporterat")),
        (row["rounded"], _("kan vara avrundat")),
        (row["estimated"], _("skattad befolkning")),
    ]
    return [words for holds, words in marks if holds is True or holds == 1]


def to_table(status: pd.DataFrame, level: str) -> pd.DataFrame:
    """The columns a reader sees, in Swedish; the row order is the status frame's."""
    rows = status.to_dict("records")
    table = {level: status["name"].to_list()}
    if len(status) and status["smooth"].eq(True).any():
        table[_("Utjämnat")] = _rates(status["shown"])
    table[_("Per 10 000")] = _rates(status["per_10_000"])
    table[_("lägst")] = _rates(status["low"])
    table[_("högst")] = _rates(status["high"])
    table[_("Antal")] = status["value"].astype("Int64")
    table[_("Att veta")] = [
        reason_name(row["rate_reason"]) if pd.isna(row["shown"]) else ", ".join(to_notes(row))
        for row in rows
    ]
    return pd.DataFrame(table)


def _rates(values: "pd.Series[float]") -> "pd.Series[float]":
    return values.astype("Float64").round(1)


def to_sentence(status: pd.DataFrame, name: str) -> str:
    """The highest and the lowest as they are read, of how many, in which period."""
    known = status[status["shown"].notna()]
    if known.empty:
        return _("Det finns ingen siffra att visa för det här urvalet.")
    order = known.sort_values("shown")
    told = order["shown"].map(formats.rate)
    least, most = told.iloc[0], told.iloc[-1]
    words = (
        _("{name}, {period}: {most} per 10 000 unga i **{high}**.")
        if least == most
        else _(
            "{name}, {period}: högst i **{high}** ({most} per 10 000 unga), lägst i **{low}** "
            "({least})."
        )
    )
    said = words.format(
        name=as_text(name),
        period=period_name(order["period"].iloc[-1]),
        high=_to_places(order.loc[told == most, "name"]),
        most=most,
        low=_to_places(order.loc[told == least, "name"]),
        least=least,
    )
    known_of = _("{n} av {of} områden har en siffra.").format(n=len(known), of=len(status))
    return f"{said} {known_of}"


def _to_places(names: "pd.Series[str]") -> str:
    """The one area, or how many there are."""
    if len(names) == 1:
        return as_text(names.iloc[0])
    return plural("{n} område", "{n} områden", len(names))
