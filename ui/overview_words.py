"""What Översikt says of its figures: the answer, and what each is and counts."""

from collections.abc import Iterator
from dataclasses import dataclass

from ui import formats
from ui.choice import Choice
from words import _, plural


@dataclass(frozen=True)
class Headline:
    """The headline figures of one day; shares are 0–1 or NaN when nothing is counted over.
    `young_basis` says in words what the number of young rests on."""

    areas: int
    established: int
    partly: int
    missing: int
    prioritised: int
    prioritised_established: int
    share_young: float
    young_basis: str
    regions: int
    regions_with: int


def to_explained(now: Headline) -> dict[str, tuple[str, str, str]]:
    """The figures that rest on events: name → value, definition, and what is counted of what."""
    return {
        _("Områden med etablerat råd"): (
            of_all(now.established, now.areas),
            established_means(),
            _("Täljare {n} områden med etablerat råd, nämnare {of} områden").format(
                n=now.established, of=now.areas
            ),
        ),
        _("Prioriterade med råd"): (
            of_all(now.prioritised_established, now.prioritised),
            prioritised_rule(),
            _("Täljare {n} prioriterade med råd i hela området, nämnare {of} prioriterade").format(
                n=now.prioritised_established, of=now.prioritised
            ),
        ),
        _("Unga 12–20 år där råd finns"): (
            young_share(now),
            _("Andelen av alla i åldern 12–20 år som bor där ett lokalt råd är etablerat."),
            now.young_basis,
        ),
        _("Polisregioner med lokala råd"): (
            of_all(now.regions_with, now.regions),
            regions_mean(),
            _("Täljare {n} regioner, nämnare {of} regioner").format(
                n=now.regions_with, of=now.regions
            ),
        ),
    }


def established_means() -> str:
    """What an established area is."""
    return _("Lokalpolisområden som helt täcks av etablerade lokala råd. Inte alla behöver ett.")


def prioritised_rule() -> str:
    """How prioritised areas with a council are counted."""
    return _(
        "Bland de lokalpolisområden som har bedömts som prioriterade. Ett område räknas när hela "
        "området täcks av ett etablerat råd."
    )


def regions_mean() -> str:
    """How regions with councils are counted."""
    return _("Polisregioner där minst ett lokalt råd är etablerat.")


def to_answer(now: Headline, then: Headline, choice: Choice) -> str:
    """How far in a sentence: the prioritised that are covered, and how many more than before."""
    if not now.prioritised:
        return _("Inget område i urvalet är bedömt som prioriterat {day}.").format(
            day=formats.day(choice.day)
        )
    of = plural(
        "{n} prioriterat lokalpolisområde", "{n} prioriterade lokalpolisområden", now.prioritised
    )
    change = now.prioritised_established - then.prioritised_established
    more = plural("{n} fler", "{n} fler", change) if change > 0 else _("lika många som")
    if change < 0:
        more = plural("{n} färre", "{n} färre", -change)
    compared = _("{more} än {day}") if change else _("{more} {day}")
    said = _("**{n} av {of}** täcks av ett etablerat råd {day}, {compared}.")
    return said.format(
        n=formats.number(now.prioritised_established),
        of=of,
        day=formats.day(choice.day),
        compared=compared.format(more=more, day=formats.day(choice.since)),
    )


def of_all(count: int, all_of: int) -> str:
    """How many of how many, where there are any to count."""
    return _("{n} av {of}").format(n=count, of=all_of) if all_of else _("ej tillämpligt")


def young_share(now: Headline) -> str:
    """The share of young people who live where a council is, where there are areas."""
    return formats.share(now.share_young) if now.areas else _("ej tillämpligt")


def partly(count: int) -> str:
    """How many areas a council covers in part, beside those that are counted."""
    return plural(
        "I {n} område till täcker ett etablerat råd en del av området.",
        "I {n} områden till täcker ett etablerat råd en del av området.",
        count,
    )


def to_notes(now: Headline) -> Iterator[str]:
    """What the number of established areas leaves out."""
    if now.partly:
        yield partly(now.partly)
    if now.missing:
        yield plural(
            "Uppgift saknas för {n} område; det räknas inte som etablerat.",
            "Uppgift saknas för {n} områden; de räknas inte som etablerade.",
            now.missing,
        )
