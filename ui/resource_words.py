"""What is said of resources: what the work took, of whom, and how it was beside the need."""

from collections.abc import Mapping, Sequence

import pandas as pd

from ui import formats
from ui.chart_base import INK
from ui.headings import as_text
from ui.palette import BLUES, GREY
from ui.work_choice import HOURS, MONEY, STAFF
from ui.work_fields import Card
from words import _, plural

Names = Mapping[str, str]  # code → name
_MILLION = 1e6


def amount_name(amount: str) -> str:
    """What is counted."""
    return {STAFF: _("Årsarbetskrafter"), MONEY: _("Kronor"), HOURS: _("Timmar")}[amount]


def value_name(value: float | None, amount: str) -> str:
    """`312,4`; kronor and hours whole; a dash when there is none."""
    if value is None or pd.isna(value):
        return formats.NONE
    return formats.rate(value) if amount == STAFF else formats.number(value)


def short_name(value: float | None, amount: str) -> str:
    """The same for a small place: kronor in millions."""
    if amount != MONEY or value is None or pd.isna(value):
        return value_name(value, amount)
    return formats.rate(value / _MILLION)


def axis_name(amount: str) -> str:
    """What the axis counts."""
    return _("Miljoner kronor") if amount == MONEY else amount_name(amount)


def to_axis(value: float, amount: str) -> float:
    """The value as the axis has it."""
    return value / _MILLION if amount == MONEY else value


def with_unit(value: float | None, amount: str) -> str:
    """`312,4 årsarbetskrafter`, `252,7 miljoner kronor`."""
    unit = _("miljoner kronor") if amount == MONEY else amount_name(amount).lower()
    return f"{short_name(value, amount)} {unit}"


def of_regions(count: int, of: int) -> str:
    """`5 av 7 regioner`."""
    return _("{n} av {regions}").format(
        n=count, regions=plural("{n} polisregion", "{n} polisregioner", of)
    )


def headline(
    sums: pd.DataFrame, names: Names, year: str, amount: str, reported: int, of: int
) -> str:
    """What the work took in all that is reported, and who most of it."""
    known = sums.dropna(subset=["total"])
    told = of_regions(reported, of)
    if known.empty:
        return _("{amount} är inte angivna för {year} ({regions} har rapporterat).").format(
            amount=amount_name(amount), year=year, regions=told
        )
    most = known.loc[known["total"].idxmax()]
    return _(
        "{year} tog arbetet **{total}** i det som är rapporterat ({regions}); mest "
        "**{name}** ({most})."
    ).format(
        year=year,
        total=with_unit(float(known["total"].sum()), amount),
        regions=told,
        name=as_text(names[str(most["myndighet"])]),
        most=short_name(float(most["total"]), amount),
    )


def owing(names: Sequence[str]) -> str:
    """Which regions have not reported; '' when all have."""
    if not names:
        return ""
    return _("Har inte rapporterat: {names}.").format(names=", ".join(map(as_text, names)))


def reading() -> str:
    """How the sums are made."""
    return _(
        "Summor gäller det som är rapporterat: en polisregion som inte har angett en siffra räknas "
        "inte som noll, och antalet regioner står bredvid."
    )


def need_headline(need: pd.DataFrame, year: str, amount: str) -> str:
    """What was used beside what was needed, over those that have told of both."""
    known = need[need["regions"] > 0]
    before = str(int(year) - 1)
    if known.empty:
        return _("Inget behov för {year} angavs i rapporterna för {before}.").format(
            year=year, before=before
        )
    used, needed = float(known["used"].sum()), float(known["need"].sum())
    said = _("Använt {year}: **{used}**. Behovet som angavs {before}: **{need}**").format(
        year=year,
        before=before,
        used=with_unit(used, amount),
        need=with_unit(needed, amount),
    )
    if not needed:
        return f"{said}."
    return said + _("; {share} av behovet.").format(share=formats.share(used / needed))


def need_reading() -> str:
    """Over what use and need are set beside each other."""
    return _(
        "Bara polisregioner som har angett både behovet året innan och vad som användes är med."
    )


def need_told(row: Mapping[str, object], amount: str) -> str:
    """`52,1 av behovet 58,0 (7 regioner)`, or that no need was stated."""
    if not row["regions"]:
        return _("behov saknas")
    return _("{used}, behov {need} ({regions})").format(
        used=short_name(float(str(row["used"])), amount),
        need=short_name(float(str(row["need"])), amount),
        regions=plural("{n} polisregion", "{n} polisregioner", int(str(row["regions"]))),
    )


def cell_kinds() -> dict[str, tuple[str, str]]:
    """The kinds of cells: name → (colour, ink)."""
    return {known_name(known=True): (BLUES[0], INK), known_name(known=False): (GREY, INK)}


def known_name(*, known: bool) -> str:
    """Whether there is a figure."""
    return _("rapporterat") if known else _("ingen siffra")


def card(rows: pd.DataFrame, year: str, reported: int, of: int) -> Card:
    """The headline figure of the resources."""
    label = _("Årsarbetskrafter {year}").format(year=year) if year else _("Årsarbetskrafter")
    staff = rows[STAFF].dropna() if len(rows) else pd.Series(dtype="float64")
    if staff.empty:
        return Card(label, formats.NONE, _("uppgift saknas"), reading())
    money = rows[MONEY].dropna()
    told = of_regions(reported, of)
    if len(money):
        # a card has no room for the whole words
        millions = short_name(float(money.sum()), MONEY)
        told = _("{n} mnkr, {regions}").format(n=millions, regions=told)
    return Card(label, value_name(float(staff.sum()), STAFF), told, reading())
