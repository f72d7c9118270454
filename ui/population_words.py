"""What the number of inhabitants rests on, in words that follow whether it is official."""

from datetime import date

from ui import formats
from words import _

OFFICIAL = "officiell"


def persons_note(status: str, as_of: date) -> str:
    """Of an area's inhabitants of all ages."""
    if status == OFFICIAL:
        return _("Invånare: officiell uppgift, SCB {day}.").format(day=formats.short_day(as_of))
    return _("Invånare: skattad, stadens invånare delade med ungefärliga andelar.")


def young_note(status: str, as_of: date) -> str:
    """Of an area's young people."""
    if status == OFFICIAL:
        return _("Unga: officiell uppgift, SCB {day}.").format(day=formats.short_day(as_of))
    return _("Unga: skattad uppgift.")


def young_basis(status: str, as_of: date) -> str:
    """Of young people in several kommuner and parts of them."""
    if status != OFFICIAL:
        return _("Antalet unga per kommun är skattat.")
    told = _(
        "Antalet unga per kommun är SCB:s officiella för {day}; delarna av Stockholm, Göteborg "
        "och Malmö är skattade."
    )
    return told.format(day=formats.short_day(as_of))


def full_basis(as_of: date, young_status: str, young_as_of: date, years: tuple[int, ...]) -> str:
    """All of it, for who wants to know; `years` are those with official ages."""
    persons = _("Invånare per kommun är SCB:s officiella uppgift för {day}.")
    told = [persons.format(day=formats.short_day(as_of))]
    if young_status == OFFICIAL:
        young = _("Unga 12–20 år per kommun är SCB:s officiella uppgift för {day}.")
        told.append(young.format(day=formats.short_day(young_as_of)))
    else:
        told.append(
            _(
                "Unga 12–20 år per kommun är **skattade** ur tabeller för 2019 och 2022, inom "
                "ungefär 5 procent där det har kunnat prövas."
            )
        )
    if years:
        told.append(_("Officiella åldrar är inlästa för {years}.").format(years=to_years(years)))
    told.append(
        _(
            "Delarna av Stockholm, Göteborg och Malmö är skattade med ungefärliga andelar. En dag "
            "visas med den senaste folkmängd som gällde då; dagar före den äldsta visas med den."
        )
    )
    return " ".join(told)


def to_years(years: tuple[int, ...]) -> str:
    """`2018–2022, 2024` of years in order."""
    spans: list[list[int]] = []
    for year in years:
        if spans and year == spans[-1][-1] + 1:
            spans[-1].append(year)
        else:
            spans.append([year])
    return ", ".join(f"{s[0]}–{s[-1]}" if len(s) > 1 else str(s[0]) for s in spans)
