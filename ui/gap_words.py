"""What the words mean that stand in place of a figure, or beside one."""

import re
from collections.abc import Iterable

from words import _, kept_by_language

_ROUNDED = "≈"
_BETWEEN = re.compile(r", | · |; ")


@kept_by_language
def meanings() -> dict[str, str]:
    """Word, as tables have it → what it means. Missing, protected and not applicable are three
    things, and none of them is zero."""
    protected = _(
        "Skyddat: siffran finns men visas inte, för att den eller en annan siffra som kan räknas "
        "fram med den är så liten att den kan peka ut någon."
    )
    missing = _(
        "Saknas: uppgiften är inte rapporterad, eller rapporterad utan siffra. Det är inte noll."
    )
    not_applicable = _(
        "Ej tillämpligt: frågan gäller inte här, eller det finns inget att räkna andelen på. Det "
        "är inte noll."
    )
    unreported = _(
        "Inte rapporterat: rapporten finns inte i utgåvan, så ingen vet ännu. Det är inte noll."
    )
    estimated = _("Skattat: antalet unga är skattat, inte officiell statistik.")
    rounded = _("Kan vara avrundat: små tal visas inte exakt.")
    return {
        _("skyddat"): protected,
        _("andelen är skyddad"): protected,
        _("uppgift saknas"): missing,
        _("saknas"): missing,
        _("ej tillämpligt"): not_applicable,
        _("ej tillämpl."): not_applicable,
        _("inte rapporterat"): unreported,
        _("inget att räkna på"): not_applicable,
        _("inga prioriterade områden"): not_applicable,
        _("inga områden"): not_applicable,
        _("inga kommuner"): not_applicable,
        _("inga unga"): not_applicable,
        _("preliminärt"): _("Preliminärt: siffran kan ändras när mer kommer in eller rättas."),
        _("delvis rapporterat"): _("Delvis rapporterat: mer än en tiondel av det väntade saknas."),
        _("inget möte"): _("Inget möte: rådet hade inget möte att komma till."),
        _("inte med"): _(
            "Inte med: rådet har rapporterat, men aktören står inte i rapporten i den rollen "
            "(medlem eller adjungerad)."
        ),
        _("inget råd"): _("Inget råd: inget råd där skulle rapportera."),
        _("kan vara avrundat"): rounded,
        _ROUNDED: rounded,
        _("skattad"): estimated,
        _("skattad befolkning"): estimated,
    }


@kept_by_language
def reasons() -> frozenset[str]:
    """The words that stand in place of a figure; the other meanings are of what is beside one."""
    beside = {
        _("preliminärt"), _("delvis rapporterat"), _("kan vara avrundat"), _ROUNDED, _("skattad"),
        _("skattad befolkning"),
    }  # fmt: skip
    return frozenset(meanings()) - beside


def to_known(texts: Iterable[str]) -> dict[str, str]:
    """Word → meaning of the words in the texts that have one, each once, in order."""
    known = meanings()
    found = (word for text in texts for word in to_words(text))
    return {word: known[word] for word in found if word in known}


def to_meaning(texts: Iterable[str]) -> str:
    """What the words in the texts mean, each once; '' where there is no such word."""
    return " ".join(dict.fromkeys(to_known(texts).values()))


def empty() -> str:
    """Said of a cell that has nothing in it, and no word of why beside it."""
    return _("Cellen är tom: där finns inget att visa. Tomt är inte noll.")


def to_words(text: str) -> list[str]:
    """The words of a cell, one of which may be known."""
    parts = [part.strip().lower() for part in _BETWEEN.split(text)]
    return [_ROUNDED, *parts] if text.startswith(_ROUNDED) else parts
