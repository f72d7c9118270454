"""Which lägesbild the address asks for, and how."""

from collections.abc import Mapping
from dataclasses import dataclass

from ui.choice import YES
from words import _

NUMBER, OTHER, WRITE, NEW = "lagesbild", "jamfor_lagesbild", "skriv", "ny"


@dataclass(frozen=True)
class Asked:
    """A lägesbild's number (None = the list), one to set beside it, and whether it is to be
    written; `is_new` for one that is not there yet."""

    number: int | None = None
    other: int | None = None
    is_new: bool = False
    writes: bool = False


def to_asked(parameters: Mapping[str, str]) -> tuple[Asked, dict[str, str]]:
    """What is asked for, and a sentence by parameter that was wrong."""
    problems: dict[str, str] = {}
    first, second = parameters.get(NUMBER) or "", parameters.get(OTHER) or ""
    number, other = _to_number(first), _to_number(second)
    if first and number is None and first != NEW:
        problems[NUMBER] = unknown(first)
    if second and (other is None or number is None or other == number):
        problems[OTHER] = _("”{text}” går inte att jämföra med.").format(text=second[:40])
        other = None
    writes = parameters.get(WRITE) == YES
    if parameters.get(WRITE) and (not writes or number is None):
        problems[WRITE] = _("”{text}” går inte att skriva i.").format(text=parameters[WRITE][:40])
        writes = False
    return Asked(number, other, first == NEW, writes), problems


def unknown(text: str) -> str:
    """Said of a number that is none, or none that is shown to who asks."""
    told = _("Lägesbilden ”{text}” finns inte, eller så är den inte för dig. Listan visas.")
    return told.format(text=text[:40])


def _to_number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 10 else None
