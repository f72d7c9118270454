"""What a report is asked to be of, read from the address: area, first and last quarter, release."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from indicators.periods import BadPeriod, Quarter, period_name, quarters_before
from words import _

FIRST, LAST, RELEASE = "fran", "till", "utgava"
USUAL = 4  # quarters


class Wanted(NamedTuple):
    """A choice of quarters and release that can be made."""

    first: Quarter
    last: Quarter
    release: int


def to_release(parameters: Mapping[str, str], numbers: Sequence[int]) -> tuple[int, dict[str, str]]:
    """The release asked for, else the newest (the first of the numbers), and what was wrong."""
    text = parameters.get(RELEASE)
    if not text:
        return numbers[0], {}
    known = {str(one): one for one in numbers}
    if text in known:
        return known[text], {}
    told = _("Utgåva ”{text}” finns inte. Utgåva {n}, den senaste, är vald.")
    return numbers[0], {RELEASE: told.format(text=text[:40], n=numbers[0])}


def to_wanted(
    parameters: Mapping[str, str], release: int, quarters: Sequence[Quarter], newest: Quarter
) -> tuple[Wanted, dict[str, str]]:
    """The checked choice; of `quarters`, in order of time, `newest` is the usual last one."""
    problems: dict[str, str] = {}
    last = _to_quarter(parameters, LAST, quarters, newest, problems)
    usual = to_usual_first(last, quarters)
    first = _to_quarter(parameters, FIRST, quarters, usual, problems)
    if first > last:
        told = _("Perioden kan inte börja {first} och sluta {last}. Den börjar {usual} i stället.")
        names = {"first": first, "last": last, "usual": usual}
        problems[FIRST] = told.format(**{k: period_name(str(one)) for k, one in names.items()})
        first = usual
    return Wanted(first, last, release), problems


def to_usual_first(last: Quarter, quarters: Sequence[Quarter]) -> Quarter:
    """The first quarter of the usual period that ends with `last`."""
    return max(quarters_before(last.following, USUAL)[0], quarters[0])


def _to_quarter(
    parameters: Mapping[str, str],
    name: str,
    quarters: Sequence[Quarter],
    usual: Quarter,
    problems: dict[str, str],
) -> Quarter:
    text = parameters.get(name)
    if not text:
        return usual
    try:
        asked = Quarter.parse(text)
    except BadPeriod:
        told = _("Kvartalet ”{text}” kunde inte läsas. Skriv det som 2026K3. {usual} är valt.")
        problems[name] = told.format(text=text[:40], usual=period_name(str(usual)))
        return usual
    if asked in quarters:
        return asked
    told = _("Kvartalet {asked} finns inte i utgåvan: välj {first} till {last}. {usual} är valt.")
    names = {"asked": asked, "first": quarters[0], "last": quarters[-1], "usual": usual}
    problems[name] = told.format(**{k: period_name(str(one)) for k, one in names.items()})
    return usual
