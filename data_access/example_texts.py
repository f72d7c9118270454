"""Example reports of kinds that are words more than counts."""

from datetime import date
from typing import NamedTuple

import numpy as np

from indicators.periods import Quarter
from reporting.context import KnownArea
from reporting.register import Listing, Register
from reporting.values import Value

Values = dict[str, Value]

OBSTACLES = (
    "Uppgifter kan inte delas innan samtycke finns, och det dröjer.",
    "Ingen är utsedd att komma till mötena, så frågor blir liggande.",
    "Parterna använder olika system och får inte samma bild samtidigt.",
    "Flera grupper hanterar samma ungdomar utan att veta om varandra.",
    "Det är oklart vem som beslutar när ärendet rör två kommuner.",
)
NEEDS = (
    ("Vad som får delas mellan parterna", "Halvdag om sekretess har hållits för alla råd."),
    ("Hur rekrytering sker i digitala miljöer", "Polisen har berättat för skolorna."),
    ("Bemötande av föräldrar", "Ett nätverk för handledare har bildats."),
)
# heading, method, target group, evidence, description, what made it work
EXAMPLES = (
    (
        "Samma kväll hos familjen",
        "foraldraprogram",
        "foraldrar",
        "erfarenhet",
        "Två från socialtjänsten besöker familjen samma kväll som oron har kommit in, och bokar "
        "nästa samtal innan de går.",
        "Att samma personer kommer tillbaka.",
    ),
    (
        "Fältare på fritidsgården",
        "faltarbete",
        "barn-12-14",
        "erfarenhet",
        "Fältarna har fasta kvällar på fritidsgården och lär känna dem som annars inte söker stöd.",
        "Fasta kvällar, så att de unga vet när någon är där.",
    ),
    (
        "Plan i ett enda möte",
        "samordnad-plan",
        "unga-15-17",
        "lovande",
        "Skola, socialtjänst, vård och den unga skriver planen tillsammans i ett möte, med en som "
        "håller ihop den.",
        "Att chefer har gett deltagarna rätt att besluta på plats.",
    ),
    (
        "Yngre syskon får en egen vuxen",
        "skolsocialt-arbete",
        "syskon",
        "okand",
        "Skolan utser en vuxen för yngre syskon, med tid i schemat varje vecka.",
        "Att rektor har avsatt tiden.",
    ),
    (
        "Hem från institution med en väg in",
        "utslussning",
        "unga-18-20",
        "lovande",
        "Två månader före hemkomsten träffas alla parter och bestämmer vem som gör vad första "
        "veckan, med bostad och sysselsättning klara.",
        "Att mötet hålls på institutionen.",
    ),
    (
        "Erbjudande om att lämna, i samma samtal",
        "avskrackning-och-stod",
        "unga-18-20",
        "beprovad",
        "Polis och kommun talar tillsammans om följderna och om hjälpen, och hjälpen börjar samma "
        "dag.",
        "Att båda är med från början till slut.",
    ),
)
COOPERATION = "Gruppen träffas varje månad och rådet bygger på den."


class Asked(NamedTuple):
    """What rows are asked for: where, from which lists, on which day, by which stream of chance."""

    area: KnownArea
    register: Register
    on: date
    chance: np.random.Generator

    def codes(self, listing: Listing) -> list[str]:
        """The list's codes that hold on the day."""
        return [entry.code for entry in self.register.of(listing, self.on)]


def to_rows(kind: str, asked: Asked) -> list[Values]:
    """The rows of a unit of the kind; of one that is not known here, none."""
    make = {
        "hinder": _obstacles,
        "resurser": _resources,
        "samverkan": _cooperation,
        "exempel": _examples,
        "kompetens": _needs,
        "kartlaggningar": _mappings,
    }.get(kind)
    return make(asked) if make else []


def _obstacles(asked: Asked) -> list[Values]:
    categories = asked.codes(Listing.OBSTACLE)
    chosen = asked.chance.choice(categories, size=min(3, len(categories)), replace=False)
    return [
        {
            "kategori": str(category),
            "niva": str(asked.chance.choice(["inom", "mellan"])),
            "beskrivning": str(asked.chance.choice(OBSTACLES)),
        }
        for category in chosen
    ]


def _resources(asked: Asked) -> list[Values]:
    rows: list[Values] = []
    for authority in asked.codes(Listing.AUTHORITY):
        people = round(float(asked.chance.gamma(4, 1.1)), 1)
        rows.append(
            {
                "myndighet": authority,
                "arsarbetskrafter": people,
                "timmar": float(round(people * 1720)),
                "kronor": float(round(people * 810, 0) * 1000),
                "behov_arsarbetskrafter": round(people * float(asked.chance.uniform(0.95, 1.4)), 1),
            }
        )
    return rows


def _cooperation(asked: Asked) -> list[Values]:
    forms = asked.codes(Listing.COOPERATION)[:5]
    return [
        {
            "samverkansform": form,
            "kommun": kommun,
            "bar_radet": "ja" if number == 0 else "nej",
            "beskrivning": COOPERATION if number == 0 else "Gruppen träffas varje månad.",
        }
        for kommun in sorted(asked.area.kommuner)
        for number, form in enumerate(forms)
        if asked.chance.random() < 0.75 - 0.14 * number
    ]


def _needs(asked: Asked) -> list[Values]:
    return [{"behov": need, "gjort": done} for need, done in NEEDS if asked.chance.random() < 0.8]


def _examples(asked: Asked) -> list[Values]:
    chosen = asked.chance.choice(
        len(EXAMPLES), size=int(asked.chance.integers(1, 3)), replace=False
    )
    names = ("rubrik", "metod", "malgrupp", "evidens", "beskrivning", "framgang")
    return [dict(zip(names, EXAMPLES[int(place)], strict=True)) for place in chosen]


def _mappings(asked: Asked) -> list[Values]:
    rows: list[Values] = []
    for kommun in sorted(asked.area.kommuner):
        newest = Quarter(
            asked.on.year - int(asked.chance.integers(0, 2)), int(asked.chance.integers(1, 4))
        ).last
        rows.append(
            {"kommun": kommun, "senaste": newest, "nasta": newest.replace(year=newest.year + 2)}
        )
    return rows
