"""What is said after something was done with a release, or why it was not."""

from ui import database_words, notices
from words import _

PLACE = "utgava"


def keep_done(number: int) -> None:
    """Say in the next run that the release is published."""
    notices.keep(PLACE, _("**Utgåva {n} är publicerad.**").format(n=number))


def keep_problem(reason: str) -> None:
    """Say in the next run why nothing was published."""
    words = _("**Inget är publicerat.** {said}").format(said=to_words(reason))
    notices.keep(PLACE, words, notices.PROBLEM)


def keep_untried(reason: str) -> None:
    """Say in the next run why the next release could not be tried."""
    words = _("**Provet kunde inte göras.** {said}").format(said=to_words(reason))
    notices.keep(PLACE, words, notices.PROBLEM)


def to_words(reason: str) -> str:
    """The reason in words."""
    return {
        "under-way": _("Någon annan gör en utgåva just nu. Försök igen om en stund."),
        "nothing-new": _("Inget nytt är godkänt sedan den senaste utgåvan."),
        "personal-note": _(
            "Anteckningen ser ut att peka ut en person. Den visas för alla läsare och kan inte tas "
            "bort efteråt, så skriv den utan uppgifter om enskilda."
        ),
        "no-key": _("Nyckeln för avrundningen saknas. Den sätts av den som driver tjänsten."),
        "key-changed": _(
            "Nyckeln för avrundningen är en annan än förra gången, och två avrundningar av samma "
            "tal avslöjar mer än en. Be den som driver tjänsten att sätta tillbaka den."
        ),
        "base-changed": _(
            "Gränsen för små tal är en annan än i den förra utgåvan. Be den som driver tjänsten "
            "att sätta tillbaka den."
        ),
        "method-changed": _(
            "Talen skyddas på ett annat sätt än i den förra utgåvan, och exakta tal bredvid "
            "avrundade avslöjar dem. Be den som driver tjänsten att ställa tillbaka det."
        ),
        "not-allowed": _("Bara den nationella samordnaren kan publicera."),
        **database_words.to_problems(),
        "unsafe": _(
            "Skyddskontrollen av utgåvan fann tal som går att räkna ut. Ingen utgåva är gjord."
        ),
        "not-protected": _(
            "Talen går inte att skydda: hur många som än döljs går något dolt tal att räkna "
            "ut. Ingen utgåva är gjord. Be den som driver tjänsten att se efter."
        ),
        "whole-group": _(
            "Ett antal omfattar alla som bor i sin grupp, och säger då något om var och en av dem."
        ),
        "unfit": _(
            "Något i de godkända uppgifterna går inte att publicera. Loggen säger vad. Be den som "
            "driver tjänsten att se efter."
        ),
    }[reason]
