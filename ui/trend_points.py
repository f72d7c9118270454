"""Series of figures as points of a line: in the measure asked for, with what each is in words."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from indicators.periods import Quarter
from indicators.signals.breaks import Break, to_segments
from ui import formats
from ui.trend_choice import QUARTER, TrendChoice
from words import _

FOCUS, AGAINST, BEFORE = "val", "mot", "fore"  # what a line is: chosen, set against, what it was


class Line(NamedTuple):
    """A series with its name, what it is, and a row a period: period, value, low, high (NA where
    there is none), reason, preliminary, incomplete, rounded, estimated, segment, told."""

    name: str
    part: str
    points: pd.DataFrame

    @property
    def is_protected(self) -> bool:
        """Whether there is something that is not shown."""
        return bool((self.points["reason"] == "skyddat").any())


def to_line(
    name: str, part: str, series: pd.DataFrame, choice: TrendChoice, breaks: Sequence[Break] = ()
) -> Line:
    """The line of one area's figures (of `fetch_series`, in order of time)."""
    rate = choice.is_rate
    value, low, high, reason = (
        ("per_10_000", "low", "high", "rate_reason")
        if rate
        else ("value", "count_low", "count_high", "reason")
    )
    points = pd.DataFrame(
        {
            "period": series["period"].astype("str"),
            "value": series[value].astype("Float64"),
            "low": series[low].astype("Float64"),
            "high": series[high].astype("Float64"),
            "reason": series[reason].astype("str"),
            "preliminary": series["reason"] == "preliminart",
            "incomplete": series["incomplete"].astype(bool),
            "rounded": series["rounded"].astype(bool),
            "estimated": series["estimated"].astype(bool) & rate,
            "missing": series["missing"] / series["parts"].where(series["parts"] > 0),
            "quarters": series["quarters"],
        }
    ).reset_index(drop=True)
    known = points["value"].notna() & (rate | ~points["incomplete"])
    points["segment"] = _to_segments(points["period"], known, choice.by, breaks)
    points["told"] = [to_words(row, choice) for row in points.to_dict("records")]
    return Line(name, part, points)


def _to_segments(
    periods: pd.Series, known: pd.Series, by: str, breaks: Sequence[Break]
) -> list[int]:
    if by == QUARTER:
        return to_segments([Quarter.parse(one) for one in periods], list(known), breaks)
    # years one after the other, as if each were its first quarter and the next
    years = [int(year) for year in periods]
    first, last = (min(years), max(years)) if years else (0, 0)
    steps = [Quarter(2000, 1)]
    for _year in range(first, last):
        steps.append(steps[-1].following)
    places = [steps[year - first] for year in years]
    cuts = [
        Break(steps[one.quarter.year - first], one.why)
        for one in breaks
        if 0 <= one.quarter.year - first < len(steps)
    ]
    return to_segments(places, list(known), cuts)


def reason_name(reason: str) -> str:
    """Why there is no figure, in a word."""
    return {
        "skyddat": _("skyddat"),
        "saknas": _("uppgift saknas"),
        "ej-tillampligt": _("ej tillämpligt"),
    }.get(reason, "")


def value_name(value: object, choice: TrendChoice) -> str:
    """A figure of the measure as text: one decimal for rates."""
    if pd.isna(value):
        return formats.NONE
    return formats.rate(float(value)) if choice.is_rate else formats.number(float(value))


def to_words(point: dict[str, object], choice: TrendChoice) -> str:
    """The point in words: the figure with its interval, or why there is none, and its marks."""
    if pd.isna(point["value"]):
        return reason_name(str(point["reason"]))
    text = _("{value} ({low}–{high})").format(
        value=value_name(point["value"], choice),
        low=value_name(point["low"], choice),
        high=value_name(point["high"], choice),
    )
    return ", ".join([text, *to_marks(point, choice)])


def to_part_year(point: Mapping[str, Any], choice: TrendChoice) -> str:
    """`delår, 3 av 4 kvartal`; '' of a quarter and of a whole year."""
    quarters = int(point["quarters"])
    if choice.by == QUARTER or quarters >= 4:
        return ""
    return _("delår, {n} av 4 kvartal").format(n=quarters)


def to_marks(point: dict[str, object], choice: TrendChoice) -> list[str]:
    """What is to be known of the figure."""
    marks = []
    if point["preliminary"]:
        marks.append(_("preliminärt"))
    if part_year := to_part_year(point, choice):
        marks.append(part_year)
    if not pd.isna(point["missing"]) and point["missing"]:
        share = formats.share(1 - float(point["missing"]))
        marks.append(_("{share} av uppgifterna finns").format(share=share))
    if point["rounded"]:
        marks.append(_("kan vara avrundat"))
    if point["estimated"]:
        marks.append(_("skattad befolkning"))
    return marks
