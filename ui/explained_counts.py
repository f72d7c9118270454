"""What is said of a released count or rate: value, numerator and denominator, how much is there."""

import pandas as pd

from indicators.protection.method import Method
from ui import formats
from ui.release_words import protection_words
from ui.trend_points import reason_name
from words import _, plural


def to_value(row: "pd.Series[object] | None", *, rate: bool) -> str:
    """The figure as it is shown, or why there is none."""
    if row is None:
        return reason_name("saknas")
    value, reason = (
        (row["per_10_000"], row["rate_reason"]) if rate else (row["value"], row["reason"])
    )
    if pd.isna(value):
        return reason_name(str(reason))
    if rate:
        return _("{value} per 10 000 unga").format(value=formats.rate(float(str(value))))
    return formats.number(float(str(value)))


def to_basis(row: "pd.Series[object] | None", base: int, method: Method, *, rate: bool) -> str:
    """Numerator and denominator, and what protection has done."""
    if row is None or pd.isna(row["value"]):
        return ""
    count = formats.number(float(str(row["value"])))
    protected = protection_words(base, method)
    if not rate:
        return _("{count} i utgåvan. {protected}").format(count=count, protected=protected)
    young = formats.number(float(str(row["persons"])))
    mark = _(" (skattad befolkning)") if row["estimated"] else ""
    return _("Täljare {count}, nämnare {young} unga{mark}. {protected}").format(
        count=count, young=young, mark=mark, protected=protected
    )


def to_state(row: "pd.Series[object] | None") -> str:
    """How much of what it is a sum of has been reported, approved and published."""
    if row is None:
        return _("inget är rapporterat, eller inget är publicerat än")
    parts, missing = int(str(row["parts"])), int(str(row["missing"]))
    said = _("{n} av {of} uppgifter är godkända och publicerade").format(
        n=formats.number(parts - missing), of=formats.number(parts)
    )
    if missing:
        said += ", " + plural("{n} saknas", "{n} saknas", missing)
    return said + (_("; preliminärt") if row["reason"] == "preliminart" else "")
