"""What is said of obstacles: how many, which, who has said that there are none."""

from collections.abc import Mapping, Sequence

import pandas as pd

from indicators.periods import period_name
from reporting.kinds import option_labels
from ui import formats
from ui.chart_base import FOCUS, INK, LIGHT
from ui.headings import as_text
from ui.palette import BLUES, GREY
from ui.work_choice import BETWEEN, WITHIN
from ui.work_fields import Card
from words import _, plural

Names = Mapping[str, str]  # code → name
LEVELS = (WITHIN, BETWEEN)


def between_name(level: str) -> str:
    """`inom nivån`, `mellan nivåer`."""
    return option_labels("niva").get(level, formats.NONE)


def level_colours() -> dict[str, str]:
    """Name → colour of the two levels."""
    return {between_name(WITHIN): LIGHT, between_name(BETWEEN): FOCUS}


def count_kinds() -> dict[str, tuple[str, str]]:
    """The kinds of cells: name → (colour, ink)."""
    colours = [(BLUES[0], INK), (BLUES[2], INK), (BLUES[4], "#ffffff"), (GREY, INK)]
    names = (count_name(0), count_name(1), count_name(2), count_name(None))
    return dict(zip(names, colours, strict=True))


def count_name(count: int | None) -> str:
    """How many there are, as a class."""
    if count is None or pd.isna(count):
        return _("inte rapporterat")
    return (_("inga"), _("ett"), _("två eller fler"))[min(count, 2)]


def periods_words(periods: Sequence[str]) -> str:
    """`2026 K3`, `2026 K1–2026 K3`."""
    first, last = period_name(periods[0]), period_name(periods[-1])
    return last if first == last else f"{first}–{last}"


def headline(
    rows: pd.DataFrame, categories: Names, periods: Sequence[str], regions: int, of: int
) -> str:
    """How many obstacles, which is the most common, and how many regions have reported."""
    when = periods_words(periods)
    told = plural("{n} hinder", "{n} hinder", len(rows))
    said = _("{period} rapporterades **{told}**").format(period=when, told=told)
    if len(rows):
        counts = rows["kategori"].value_counts()
        most = counts[counts == counts.max()].index
        names = ", ".join(sorted(as_text(categories.get(one, one)) for one in most))
        said += _(", vanligast **{names}** ({n})").format(names=names, n=int(counts.max()))
        across = int((rows["niva"] == BETWEEN).sum())
        said += _("; {n} av {of} är mellan nivåer").format(n=across, of=len(rows))
    if not of:
        return f"{said}."
    if of == 1:
        one = (
            _("Polisregionen har rapporterat.")
            if regions
            else _("Polisregionen har inte rapporterat.")
        )
        return f"{said}. {one}"
    return said + _(". {n} av {of} polisregioner har rapporterat.").format(n=regions, of=of)


def nothing_said(units: pd.DataFrame, names: Names, owing: Sequence[str]) -> str:
    """Who has said in all their reports that there is nothing, and which regions have not reported;
    `units` has area and rows."""
    parts = []
    rows = units.groupby("area", sort=False)["rows"].sum()
    none = list(rows[rows == 0].index)
    if none:
        told = ", ".join(as_text(names.get(one, one)) for one in none)
        parts.append(_("Inget att rapportera: {names}.").format(names=told))
    if owing:
        told = ", ".join(as_text(names.get(one, one)) for one in owing)
        parts.append(_("Har inte rapporterat: {names}.").format(names=told))
    return " ".join(parts)


def reading() -> str:
    """How the obstacles are counted."""
    return _(
        "Varje rapporterat hinder räknas en gång per kvartal och rapport; ett hinder som kvarstår "
        "räknas i varje kvartal som det rapporteras. Polisregionerna ska rapportera, "
        "lokalpolisområdena får göra det."
    )


def course(quarters: pd.DataFrame, reported: Names) -> str:
    """The newest quarter beside the one before, with how many had reported."""
    sums = quarters.groupby("period")["count"].sum()
    if sums.empty:
        return _("Ingen har rapporterat.")
    said = [
        _("{period}: {n} hinder ({reports})").format(
            period=period_name(str(period)), n=int(sums[period]), reports=reported[str(period)]
        )
        for period in sums.index[-2:]
    ]
    return "; ".join(reversed(said)) + "."


def reports(count: int) -> str:
    """`4 rapporter`."""
    return plural("{n} rapport", "{n} rapporter", count)


def item_head(row: Mapping[str, object], categories: Names, areas: Names) -> str:
    """What a reported obstacle is, whose and when, above its own words."""
    category, area = str(row["kategori"]), str(row["area"])
    return _("**{category}** · {level} · {area}, {period}").format(
        category=as_text(categories.get(category, category)),
        level=between_name(str(row["niva"])),
        area=as_text(areas.get(area, area)),
        period=period_name(str(row["period"])),
    )


def item_words(row: Mapping[str, object]) -> str:
    """Its own words, as text; a dash where there are none."""
    words = row["beskrivning"]
    return as_text(words) if isinstance(words, str) else formats.NONE


def _to_most_common(rows: pd.DataFrame, categories: Names) -> str:
    """The category that is reported most often, and how often; of several how many they are."""
    counts = rows["kategori"].value_counts()
    most = int(counts.iloc[0])
    alike = int((counts == most).sum())
    if alike > 1:
        return _("vanligast: {n} kategorier ({count} var)").format(n=alike, count=most)
    code = str(counts.index[0])
    return _("vanligast: {name} ({count})").format(name=categories.get(code, code), count=most)


def card(rows: pd.DataFrame, categories: Names, periods: Sequence[str]) -> Card:
    """The headline figure of the obstacles."""
    if not periods:
        return Card(_("Rapporterade hinder"), formats.NONE, _("uppgift saknas"), reading())
    label = _("Rapporterade hinder, {period}").format(period=periods_words(periods))
    below = _("inget rapporterat hinder")
    if len(rows):
        below = _to_most_common(rows, categories)
    definition = _("Under siffran står den vanligaste kategorin. ") + reading()
    return Card(label, formats.number(len(rows)), below, definition)
