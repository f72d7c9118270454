"""Texts of example lägesbilder: made up, with figures of the example data put in."""

from datetime import date
from typing import NamedTuple

from words import _

JUNE, SEPTEMBER, OCTOBER = date(2026, 6, 30), date(2026, 9, 30), date(2026, 10, 31)


class Written(NamedTuple):
    """A lägesbild of the example: its area, title, day and text, when it was written (None = now,
    resting on the newest release), and how far it has come."""

    area: str
    title: str
    day: date
    text: str
    at: date | None = None
    state: str = "publicerad"


def to_pictures() -> list[Written]:
    """Two quarters of a region, one of the country, one that waits and a draft."""
    north, told = "pr-nord", titles()
    return [
        Written(north, told[0], JUNE, to_second(), date(2026, 8, 21)),
        Written(north, told[1], SEPTEMBER, to_third()),
        Written("se", told[2], SEPTEMBER, to_country()),
        Written("po-norrbotten", told[3], OCTOBER, to_local(), None, "inskickad"),
        Written("lpo-umea", told[4], OCTOBER, to_local(), None, "utkast"),
    ]


def titles() -> tuple[str, ...]:
    """What the examples are called."""
    return (
        _("Nord efter andra kvartalet 2026"),
        _("Nord efter tredje kvartalet 2026"),
        _("Landet efter tredje kvartalet 2026"),
        _("Norrbotten i oktober 2026"),
        _("Umeå inför vintern"),
    )


def to_second() -> str:
    """A region's first text."""
    return _(
        "## Läget\n\n"
        "Arbetet med lokala råd går framåt, men **långsammare än planerat** i inlandet. Avstånden "
        "gör att samma personer sitter i flera råd.\n\n"
        "[[siffra:etablerade]]\n[[siffra:tackning-prioriterade]]\n[[siffra:unga-utan-rad]]\n\n"
        "[[karta:steg]]\n\n"
        "## Vad som har hänt\n\n"
        "- Två kommuner har gjort klart sin kartläggning.\n"
        "- Skolan saknas vid vart tredje möte.\n\n"
        "## Framåt\n\n"
        "Det regionala rådet följer upp skolans deltagande i september.\n"
    )


def to_third() -> str:
    """The same region a quarter later."""
    return _(
        "## Läget\n\n"
        "Arbetet med lokala råd går framåt **som planerat** vid kusten. I inlandet gör avstånden "
        "att samma personer sitter i flera råd.\n\n"
        "[[siffra:etablerade]]\n[[siffra:tackning-prioriterade]]\n[[siffra:unga-utan-rad]]\n"
        "[[siffra:indikator-misstankta-grova-brott]]\n\n"
        "[[diagram:steg]]\n\n"
        "[[karta:steg]]\n\n"
        "## Vad som har hänt\n\n"
        "- Tre kommuner har gjort klart sin kartläggning.\n"
        "- Skolan kommer oftare sedan mötena flyttades till eftermiddagen.\n\n"
        "[[diagram:indikator-misstankta-grova-brott]]\n\n"
        "## Framåt\n\n"
        "Nästa råd väntas starta före årsskiftet.\n"
    )


def to_country() -> str:
    """The country's text."""
    return _(
        "## Läget i landet\n\n"
        "Fler områden har ett råd, men takten skiljer sig mellan regionerna.\n\n"
        "[[siffra:etablerade]]\n[[siffra:tackning-prioriterade]]\n[[siffra:tackning-unga]]\n\n"
        "[[diagram:steg]]\n\n"
        "[[karta:steg]]\n\n"
        "## Det vi ser framför oss\n\n"
        "1. Skolan och hälso- och sjukvården behöver vara med i fler råd.\n"
        "2. Prioriterade områden utan råd går först.\n"
    )


def to_local() -> str:
    """A smaller area's text."""
    return _(
        "## Läget\n\n"
        "Två möten har hållits sedan sommaren.\n\n"
        "[[siffra:etablerade]]\n[[siffra:tackning-unga]]\n\n"
        "[[karta:steg]]\n"
    )
