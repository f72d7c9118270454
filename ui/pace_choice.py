"""What Etablering is asked to show beside area and day, read from the address."""

from collections.abc import Mapping
from dataclasses import dataclass

from indicators.pace import STILL_DAYS
from words import _

ALL, PRIORITISED = "alla", "prioriterade"
# parameter → what it may be; the first is meant when it is not there
ALLOWED: dict[str, tuple[str, ...]] = {
    "bas": (ALL, PRIORITISED),
    "stilla": (str(STILL_DAYS), "90", "365", "730"),
}


@dataclass(frozen=True)
class PaceChoice:
    """Which areas are counted, and after how many days without an event one has stalled."""

    base: str = ALL
    still: int = STILL_DAYS


def to_pace_choice(parameters: Mapping[str, str]) -> tuple[PaceChoice, dict[str, str]]:
    """The checked choice, and a sentence by parameter that was wrong."""
    values, problems = {}, {}
    for name, allowed in ALLOWED.items():
        value = parameters.get(name) or allowed[0]
        if value not in allowed:
            problems[name] = _(
                "”{value}” är inget känt värde för {name}. Möjliga värden: {allowed}."
            ).format(value=value, name=name, allowed=", ".join(allowed))
            value = allowed[0]
        values[name] = value
    return PaceChoice(values["bas"], int(values["stilla"])), problems
