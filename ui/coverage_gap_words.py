"""What Täckning says of who lives without a council, and how to read that list."""

import pandas as pd

from indicators.gaps import share_of_largest
from ui import formats
from words import _, plural

LARGEST = 10


def without(gaps: pd.DataFrame) -> str:
    """How many young people live without, and how many of them in the largest areas."""
    young = int(gaps["young"].sum())
    if not young:
        return _("Inga unga bor utan etablerat råd där ett sådant kan bli aktuellt.")
    said = _("**{n} unga** 12–20 år bor utan etablerat råd").format(n=formats.number(young))
    if len(gaps) <= LARGEST:
        more = plural("{n} område.", "{n} områden.", len(gaps))
        return _("{said}, i {areas}").format(said=said, areas=more)
    share = formats.share(share_of_largest(gaps, LARGEST))
    return _("{said}; de tio områdena med flest rymmer {share} av dem.").format(
        said=said, share=share
    )


def listed(gaps: pd.DataFrame) -> str:
    """How many areas the list holds."""
    if gaps.empty:
        return _("Inget område är utan etablerat råd, utom där ett sådant inte är aktuellt.")
    first = sum(one is True for one in gaps["prioritised"])
    rest = len(gaps) - first
    if not rest:
        areas = plural("{n} prioriterat område", "{n} prioriterade områden", first)
    elif not first:
        areas = plural("{n} område, inte prioriterat,", "{n} områden, inga prioriterade,", rest)
    else:
        areas = _("{first} och {rest}").format(
            first=plural("{n} prioriterat", "{n} prioriterade", first),
            rest=plural("{n} annat område", "{n} andra områden", rest),
        )
    return _("{areas} är utan etablerat råd.").format(areas=areas)


def set_aside(found: pd.DataFrame) -> str:
    """How many areas are to have no council of their own, and how many live there."""
    if found.empty:
        return _("Inget område i urvalet är bedömt som ej aktuellt.")
    areas = plural("I {n} område", "I {n} områden", len(found))
    told = _("{areas} är ett råd inte aktuellt efter lokala behov, med skäl. Där bor {n} unga.")
    said = told.format(areas=areas, n=formats.number(found["young"].sum()))
    first = [one is True for one in found["prioritised"]]
    if any(first):
        said += " " + plural(
            "{n} av dem är också bedömt som prioriterat: de två bedömningarna säger olika.",
            "{n} av dem är också bedömda som prioriterade: de två bedömningarna säger olika.",
            sum(first),
        )
    return said


def to_shown(gaps: pd.DataFrame, *, only: bool) -> pd.DataFrame:
    """The areas that are listed: all, or only the prioritised."""
    return gaps[[one is True or not only for one in gaps["prioritised"]]]


def columns(basis: str) -> str:
    """What the columns of the list mean; `basis` is what the numbers of young rest on."""
    told = _(
        "Prioriterade först, sedan efter antal unga. Andel: av alla unga i urvalet som bor utan "
        "etablerat råd. Hittills: andelen i området och dem över det."
    )
    return f"{told} {basis}"


def beside_map() -> str:
    """What the list counts as without a council, and the map tells apart."""
    return _(
        "Listan över var flest unga bor utan råd räknar också områden där rådet täcker en del, "
        "och områden där uppgift saknas."
    )
