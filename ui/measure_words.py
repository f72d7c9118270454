"""What is said of measures: how many are reached, by what, and how far to trust it."""

from collections.abc import Mapping, Sequence

import pandas as pd

from indicators.periods import period_name
from ui import formats
from ui.headings import as_text, to_list
from ui.trend_choice import AGES, SEXES, TOTAL, age_name, sex_name
from ui.trend_points import reason_name
from ui.work_fields import Card
from words import _, plural

Row = Mapping[str, object]


def period_words(periods: Sequence[str], *, whole: bool) -> str:
    """`2026 K3`, or of a year `2026, K1–K3`; `whole` when quarters are summed to a year."""
    if not whole:
        return period_name(periods[-1])
    first, last = periods[0], periods[-1]
    year = first[:4]
    if len(periods) == 4:
        return year
    numbers = first[4:] if first == last else f"{first[4:]}–{last[4:]}"
    return _("{year}, {quarters}").format(year=year, quarters=numbers)


def value_words(row: Row) -> str:
    """`1 632 · 3,05 per 1 000`, whether it may be rounded, or why there is nothing."""
    if pd.isna(row["value"]):  # type: ignore[call-overload]
        return reason_name(str(row["reason"]))
    count = formats.number(float(row["value"]))  # type: ignore[arg-type]
    if pd.isna(row["per_1000"]):  # type: ignore[call-overload]
        return count
    told = f"{count} · {rate_words(row)}"
    return _("{told}, kan vara avrundat").format(told=told) if row["rounded"] else told


def rate_words(row: Row) -> str:
    """`3,05 per 1 000`; of quarters that are summed it is a year's."""
    rate = formats.fine_rate(float(row["per_1000"]))  # type: ignore[arg-type]
    words = _("{rate} per 1 000 och år") if row["quarter"] == TOTAL else _("{rate} per 1 000")
    return words.format(rate=rate)


def axis(*, year: bool) -> str:
    """What an axis of rates counts."""
    return _("Per 1 000 unga och år") if year else _("Per 1 000 unga")


def marks(row: Row) -> str:
    """What is to be known of a figure, or why there is none."""
    if pd.isna(row["value"]):  # type: ignore[call-overload]
        return reason_name(str(row["reason"]))
    missing, parts = int(str(row["missing"])), int(str(row["parts"]))
    told = []
    if missing:
        share = formats.share(1 - missing / parts)
        told.append(_("{share} av uppgifterna finns").format(share=share))
    if row["rounded"]:
        told.append(_("kan vara avrundat"))
    if row["rate_reason"] == "skyddat":
        told.append(_("andelen är skyddad"))
    return ", ".join(told)


def headline(rows: pd.DataFrame, names: Mapping[str, str], place: str, period: str) -> str:
    """Which kind reaches most, and of how many kinds there is a figure."""
    known = rows[rows["value"].notna()]
    if known.empty:
        return nothing(rows, place, period)
    said = _to_most_said(known, names, place, period)
    kinds = plural("{n} slag av insats", "{n} slag av insatser", len(rows))
    return said + _(". Siffror finns för {n} av {kinds}.").format(n=len(known), kinds=kinds)


def _to_most_said(known: pd.DataFrame, names: Mapping[str, str], place: str, period: str) -> str:
    most = _to_most(known)
    count = float(most["value"].iloc[0])
    several, none = len(most) > 1, count == 0
    words = (
        _("I {place} nåddes **0 individer** av insatser {period}")
        if none
        else _("I {place} nåddes flest av **{name}** {period}: **{count} individer** var")
        if several
        else _("I {place} nåddes flest av **{name}** {period}: **{count} individer**")
    )
    said = words.format(
        place=as_text(place),
        name=to_list([names[str(entry)] for entry in most["entry"]]),
        period=period,
        count=formats.number(count),
    )
    if none and most["rounded"].any():
        return _("{told}, kan vara avrundat").format(told=said)
    alone = not several and not none and pd.notna(most["per_1000"].iloc[0])
    return f"{said}, {rate_words(most.iloc[0])}" if alone else said


def _to_most(known: pd.DataFrame) -> pd.DataFrame:
    """Those rows that reach most: more than one when they are equal."""
    return known[known["value"] == known["value"].max()]


def nothing(rows: pd.DataFrame, place: str, period: str) -> str:
    """Why nothing can be shown of a place."""
    reasons = set(rows["reason"])
    where = {"place": as_text(place), "period": period}
    if "skyddat" in reasons:
        return _("Antalen för {place} {period} är skyddade.").format(**where)
    if reasons == {"ej-tillampligt"}:
        return _(
            "{place} delar ett lokalpolisområde med ett annat län, så antalen går inte att räkna "
            "fram. Välj ett lokalpolisområde eller en polisregion."
        ).format(**where)
    return _("Inga insatser är rapporterade för {place} {period}.").format(**where)


def reporting(sent: int, of: int) -> str:
    """How many of those that are to report have, said where some have not."""
    if not of:
        return _("Inget lokalpolisområde ligger i urvalet.")
    told = _("{sent} av {of} lokalpolisområden har rapporterat insatser.").format(sent=sent, of=of)
    if sent < of:
        told += " " + _("Antalen är därför för låga; andelen gäller unga där uppgifter finns.")
    return told


def caution(*, year: bool) -> str:
    """How to read the figures."""
    said = _(
        "Den som får flera insatser räknas i var och en, så slagen kan inte läggas ihop till ett "
        "antal individer. Rådet i sig är ingen insats."
    )
    if year:
        said += " " + _(
            "Ett år är kvartalens summa; samma individ kan räknas i flera av dem. Andelen är per "
            "år."
        )
    return said


def people(cells: pd.DataFrame) -> str:
    """The share of girls among those reached, and the age that is reached most, per 1,000."""
    known = cells[cells["value"].notna()]
    if known.empty:
        return _("Det finns ingen siffra uppdelad på kön och ålder.")
    said = ""
    counts = known.groupby("sex")["value"].sum().astype("float64")
    if len(known) == len(SEXES) * len(AGES) and counts.sum() > 0:
        share = formats.share(counts["kvinna"] / counts.sum())
        said = _("{share} av individerna är flickor.").format(share=share) + " "
    rates = known["per_1000"].dropna()
    if rates.empty or rates.max() == 0:
        return said.strip()
    most = known.loc[rates.idxmax()]
    return said + _("Vanligast bland {sex} {age}: {rate}.").format(
        sex=sex_name(str(most["sex"])).lower(),
        age=age_name(str(most["age_group"])),
        rate=rate_words(most),
    )


def card(rows: pd.DataFrame | None, names: Mapping[str, str], period: str) -> Card:
    """The headline figure: the kind that reaches most (of `in_order`)."""
    label = _("Flest nådda, {period}").format(period=period) if period else _("Flest nådda")
    definition = _("Den insats som når flest individer. ") + caution(year=False)
    known = pd.DataFrame() if rows is None else rows[rows["value"].notna()]
    if known.empty:
        protected = rows is not None and bool((rows["reason"] == "skyddat").any())
        told = reason_name("skyddat" if protected else "saknas")
        return Card(label, formats.NONE, told, definition)
    most = _to_most(known)
    count = float(most["value"].iloc[0])
    value = _("{n} individer").format(n=formats.number(count))
    told = ", ".join(names[str(entry)] for entry in most["entry"])
    return Card(label, value, told if count else _("ingen siffra över 0"), definition)
