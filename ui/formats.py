"""Numbers, shares and dates as text, as the run's language writes them. None and NaN become a dash
with a reason elsewhere."""

from datetime import date, datetime
from typing import Any

import pandas as pd
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

import clock
from indicators.periods import Quarter
from words import plural, tag

NONE = "–"
MOST_DECIMALS = 3  # of a number in a table


def locale() -> str:
    """The language's rules for numbers and dates, as Babel names them."""
    return tag().replace("-", "_")


def number(value: float | None) -> str:
    """`10 587 710`; a dash when there is no value."""
    return NONE if pd.isna(value) else format_decimal(round(value), locale=locale())


def spaced(text: str, count: int) -> str:
    """The text of a count with the count written as numbers are: `1 204 är nya`."""
    return text.replace(str(count), number(count), 1)


def whole_percent(value: float | None) -> int | None:
    """62 from 0.62; never rounded up to 100 or down to 0 when it is neither."""
    if pd.isna(value):
        return None
    rounded = round(value * 100)
    if rounded == 100 and value < 1:
        return 99
    return 1 if rounded == 0 and value > 0 else rounded


def share(value: float | None) -> str:
    """`62 %` from 0.62, by the rule of `whole_percent`."""
    percent = whole_percent(value)
    return NONE if percent is None else format_percent(percent / 100, locale=locale())


def fine_share(value: float) -> str:
    """`99,8 %` from 0.998, with the decimals that it has."""
    text: str = format_percent(value, locale=locale(), decimal_quantization=False)
    return text


def day(value: date | None) -> str:
    """`1 november 2026`; a dash when there is no day."""
    return NONE if pd.isna(value) else format_date(value, "d MMMM y", locale=locale())


def moment(at: datetime | None) -> str:
    """`2026-10-20 14:03`, as the clock shows in Sweden; a dash when there is no moment."""
    return (
        NONE
        if at is None or pd.isna(at)
        else f"{pd.Timestamp(at).tz_convert(clock.ZONE):%Y-%m-%d %H:%M}"
    )


def day_of(at: datetime | None) -> date | None:
    """The day in Sweden of a moment; None when there is no moment."""
    return None if at is None or pd.isna(at) else clock.day_of(at)


def short_day(value: date | None) -> str:
    """`2026-11-01`; a dash when there is no day."""
    return NONE if pd.isna(value) else value.isoformat()


def step_name(day: date) -> str:
    """`2026 K3` for a quarter's last day, else the day."""
    quarter = Quarter.of(day)
    return quarter.name if quarter.last == day else short_day(day)


def change(value: float, unit: str = "") -> str | None:
    """`+3`, `−2` with a true minus sign; None when nothing changed."""
    if value == 0:
        return None
    sign = "+" if value > 0 else "−"
    return f"{sign}{number(abs(value))}{unit}"


def decimal(value: float) -> str:
    """`66,7` without thousands signs, for files."""
    return format_decimal(round(value, 1), format="0.#", locale=locale())


def decimals(column: "pd.Series[Any]") -> int | None:
    """How many decimals the numbers of a column have: all of them are written with as many, so that
    18,0 stands below 17,1. None where they were never rounded to three or fewer."""
    values = pd.to_numeric(column, errors="coerce").astype("Float64").dropna()
    for count in range(MOST_DECIMALS + 1):
        if (values == values.round(count)).all():
            return count
    return None


def cell_number(value: float, count: int | None) -> str:
    """`1 632` or `3,05`, with so many decimals (`decimals` of its column), None: at most three."""
    shown = "#" * MOST_DECIMALS if count is None else "0" * count
    text: str = format_decimal(value, f"#,##0.{shown}", locale=locale())
    return text


def rate(value: float | None) -> str:
    """`18,0`, always with its decimal; a dash when there is no value."""
    return NONE if pd.isna(value) else format_decimal(round(value, 1), "#,##0.0", locale=locale())


def fine_rate(value: float | None) -> str:
    """`0,98`, always with two decimals, for rates of which most are small; a dash when there is no
    value."""
    return NONE if pd.isna(value) else format_decimal(round(value, 2), "#,##0.00", locale=locale())


def exact(value: float, decimals: int) -> str:
    """`−1 234,50`: always as many decimals as are asked for, a true minus, and none before 0."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    written = format_decimal(abs(round(value, decimals)), pattern, locale=locale())
    return f"−{written}" if round(value, decimals) < 0 else written


def points(now: float, then: float) -> int | None:
    """Difference of two shares in whole percentage points; None when either is unknown."""
    return None if pd.isna(now) or pd.isna(then) else round((now - then) * 100)


def points_change(now: float, then: float) -> str | None:
    """`+3 procentenheter`; None when nothing changed, or either share is unknown."""
    found = points(now, then)
    if not found:
        return None
    return change(found, plural(" procentenhet", " procentenheter", abs(found)))


def size(count: int) -> str:
    """`14,2 MB` of bytes, in steps of a thousand; below that in whole bytes."""
    for unit, least in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if count >= least:
            return f"{decimal(count / least)} {unit}"
    return f"{count} byte"


def duration(seconds: float) -> str:
    """`3 ms`, or `2,5 s` from a second on."""
    return f"{decimal(seconds)} s" if seconds >= 1 else f"{max(1, round(seconds * 1000))} ms"


def in_sentence(name: str) -> str:
    """A name as it stands within a sentence: `placerade hos SiS`, `LVU-vård`. Its first letter
    alone is made small, and not where the first word has more capitals."""
    first = name.split(maxsplit=1)[0] if name.strip() else ""
    return name if first[1:] != first[1:].lower() else name[:1].lower() + name[1:]
