"""What every form of the table is read into, and how its codes and words are understood."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from geodata.checks import Fault, Rejected
from geodata.division import load_areas
from words import _

AXES = ("region", "sex", "age", "year")
COUNTRY, ALL, MAN, WOMAN = "00", "totalt", "man", "kvinna"
SEXES = (MAN, WOMAN)
OLDEST = 100  # and older
YOUNG = tuple(str(age) for age in range(12, 21))
MOST_TOLD = 20  # of one kind of fault

_WORDS = {
    "region": ("region", "kommun", "regionkod"),
    "age": ("ålder", "alder", "age"),
    "sex": ("kön", "kon", "sex", "gender"),
    "year": ("år", "tid", "ar", "year", "time"),
    "contents": ("tabellinnehåll", "contentscode", "innehåll", "contents"),
}
_SEXES = {
    MAN: ("1", "man", "män", "men"),
    WOMAN: ("2", "kvinna", "kvinnor", "women"),
    ALL: ("1+2", "totalt", "tot", "män och kvinnor", "total"),
}
_ALL_AGES = ("tot", "totsa", "totalt", "totalt ålder", "samtliga åldrar", "total")
_REGION = re.compile(r"(\d{2}(?:\d{2})?)(?:\s.*)?")
_AGE = re.compile(r"(\d{1,3})(\+?)(?:\s*(?:år|years?))?")
_YEAR = re.compile(r"(?:folkmängd\w*\s+)?((?:19|20)\d{2})", re.IGNORECASE)


class NotPopulation(Rejected):
    """The file or answer is not the table: its form can't be understood."""

    def __init__(self, subject: str, detail: str):
        super().__init__(subject, [Fault("–", "form", detail)])


def to_axis(name: str) -> str | None:
    """Which of `AXES`, or 'contents', a column or dimension is by its name; None = another."""
    plain = name.strip().casefold()
    return next((axis for axis, words in _WORDS.items() if plain in words), None)


def to_year(text: str) -> int | None:
    """2024 of `2024` or `Folkmängd 2024`."""
    found = _YEAR.fullmatch(text.strip())
    return int(found[1]) if found else None


def to_region(text: str) -> str | None:
    """`0114` of `0114`, `0114 Upplands Väsby` or the name alone; None when it is no kommun, no
    län and not the country."""
    found = _REGION.fullmatch(text.strip())  # 0114A0010 is a part of a kommun
    if found:
        return found[1] if found[1] in known_regions() else None
    return _names().get(text.strip().casefold())


@lru_cache(maxsize=1)
def known_regions() -> frozenset[str]:
    """Codes of the kommuner, the län and the country."""
    areas = load_areas()
    return frozenset(areas.loc[areas["level"].isin(["kommun", "lan"]), "code"]) | {COUNTRY}


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    areas = load_areas()
    areas = areas[areas["code"].isin(known_regions())]
    names = dict(zip(areas["name"].str.casefold(), areas["code"], strict=True))
    return names | {"riket": COUNTRY}


def to_sex(text: str) -> str | None:
    """'man', 'kvinna' or 'totalt' of SCB's code or word."""
    plain = text.strip().casefold()
    return next((sex for sex, words in _SEXES.items() if plain in words), None)


def to_age(text: str) -> str | None:
    """`12` of `12` or `12 år`, `100` of `100+ år`, 'totalt' of all ages; None for a span."""
    plain = text.strip().casefold()
    if plain in _ALL_AGES:
        return ALL
    found = _AGE.fullmatch(plain)
    if not found or int(found[1]) > OLDEST or bool(found[2]) != (int(found[1]) == OLDEST):
        return None
    return str(int(found[1]))


def to_value_text(value: object) -> str:
    """A cell's value as a file would have it: `310` of 310 or 310.0, '' of nothing."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def is_total(text: str) -> bool:
    """Whether a lone value of another dimension stands for all of it."""
    return ALL in (to_age(text), to_sex(text))


def is_population(text: str) -> bool:
    """Whether what a table tells of is how many people there are, and not how many more."""
    return text.strip().casefold().startswith(("folkmängd", "population"))


def name_axis(axis: str) -> str:
    """The axis in words."""
    return {"region": _("region"), "sex": _("kön"), "age": _("ålder"), "year": _("år")}[axis]


def name_cell(row: Mapping[Any, Any]) -> str:
    """A cell in words, without its region."""
    age = _("alla åldrar") if row["age"] == ALL else _("{age} år").format(age=row["age"])
    return f"{row['sex']}, {age}, {row['year']}"


def first_faults(faults: Iterable[Fault], rule: str) -> list[Fault]:
    """At most `MOST_TOLD` of them, and how many there are beside those."""
    found = sorted(faults)
    more = len(found) - MOST_TOLD
    told = _("och {n} till av samma slag").format(n=more)
    return found[:MOST_TOLD] + ([Fault("–", rule, told)] if more > 0 else [])
