"""What is said of a released count or rate: value, numerator and denominator, how much is there."""

from enum import StrEnum

import pandas as pd

from indicators.protection.method import Method
from ui import formats, gap_words
from ui.release_words import protection_words
from ui.trend_points import reason_name
from words import _, plural

Row = pd.Series | None  # of `fetch_rates`; None where a release has none


class Per(StrEnum):
    """What a figure is told as: as it was counted, or per so many young people."""

    COUNT = "antal"
    THOUSAND = "per 1000"
    TEN_THOUSAND = "per 10000"


def to_per(column: str) -> Per:
    """How a column of measures tells its figures."""
    is_rate = column in (_("Per 1 000"), _("lägst"), _("högst"))
    return Per.THOUSAND if is_rate else Per.COUNT


def to_value(row: Row, per: Per) -> str:
    """The figure as it is shown, or why there is none."""
    if row is None:
        return reason_name("saknas")
    is_count = per is Per.COUNT
    value, reason = (
        (row["value"], row["reason"]) if is_count else (row["per_10_000"], row["rate_reason"])
    )
    if pd.isna(value):
        return reason_name(str(reason))
    number = float(str(value))
    if is_count:
        return formats.number(number)
    if per is Per.THOUSAND:
        return _("{value} per 1 000 unga").format(value=formats.fine_rate(number / 10))
    return _("{value} per 10 000 unga").format(value=formats.rate(number))


def to_definition(definition: str, column: str) -> str:
    """What is counted; of an end of an interval also what that is."""
    if column not in (_("lägst"), _("högst")):
        return definition
    ends = _("Lägst och högst är ändarna av talets intervall: vad slump och avrundning kan göra.")
    return f"{definition} {ends}".strip()


def to_basis(row: Row, base: int, method: Method, per: Per) -> str:
    """Numerator and denominator, and what protection has done."""
    if row is None or pd.isna(row["value"]):
        return ""
    count = formats.number(float(str(row["value"])))
    protected = protection_words(base, method)
    if per is Per.COUNT:
        return _("{count} i utgåvan. {protected}").format(count=count, protected=protected)
    young = formats.number(None if pd.isna(row["persons"]) else float(str(row["persons"])))
    mark = _(" (skattad befolkning)") if row["estimated"] else ""
    return _("Täljare {count}, nämnare {young} unga{mark}. {protected}").format(
        count=count, young=young, mark=mark, protected=protected
    )


def to_state(row: Row, value: str) -> str:
    """How much of what it is a sum of has been reported, approved and published; and what it means
    where a word stands for the value."""
    meaning = gap_words.to_meaning([value])
    told = _to_reported(row)
    return f"{told}. {meaning}" if meaning else told


def _to_reported(row: Row) -> str:
    if row is None:
        return _("inget är rapporterat, eller inget är publicerat än")
    parts, missing = int(str(row["parts"])), int(str(row["missing"]))
    said = _("{n} av {of} uppgifter är godkända och publicerade").format(
        n=formats.number(parts - missing), of=formats.number(parts)
    )
    if missing:
        said += ", " + plural("{n} saknas", "{n} saknas", missing)
    return said + (_("; preliminärt") if row["reason"] == "preliminart" else "")
