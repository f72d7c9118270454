"""What Etablering is asked to show beside area and day, read from the address."""

from collections.abc import Mapping
from dataclasses import dataclass

from indicators.pace import STILL_DAYS
from ui.checked import to_checked

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
    values, problems = to_checked(parameters, ALLOWED)
    return PaceChoice(values["bas"], int(values["stilla"])), problems
