"""What Täckning is asked to show beside area and day, read from the address."""

from collections.abc import Mapping
from dataclasses import dataclass

from ui.checked import to_checked
from words import _

REGION, AREA, COUNTY = "polisregion", "polisomrade", "lan"
PRIORITISED, AREAS, KOMMUNER, YOUNG = "prioriterade", "omraden", "kommuner", "unga"
ALL = "alla"


@dataclass(frozen=True)
class CoverageChoice:
    """Groups by which level (`per`), of which share (`of`), and whether `only` the prioritised of
    the areas without a council are listed."""

    per: str = REGION
    of: str = PRIORITISED
    only: bool = False


# parameter → what it may be; the first is meant when it is not there
ALLOWED: dict[str, tuple[str, ...]] = {
    "per": (REGION, COUNTY, AREA),
    "av": (PRIORITISED, AREAS, KOMMUNER, YOUNG),
    "visa": (ALL, PRIORITISED),
}


def to_coverage_choice(parameters: Mapping[str, str]) -> tuple[CoverageChoice, dict[str, str]]:
    """The checked choice, and a sentence by parameter that was wrong."""
    values, problems = to_checked(parameters, ALLOWED)
    only = values["visa"] == PRIORITISED
    return CoverageChoice(values["per"], values["av"], only), problems


def per_name(per: str) -> str:
    """A level to count by, in words."""
    names = {REGION: _("Polisregion"), COUNTY: _("Län"), AREA: _("Polisområde")}
    return names[per]


def measure_name(measure: str) -> str:
    """What a share is of, in words."""
    return {
        PRIORITISED: _("Prioriterade områden"),
        AREAS: _("Alla lokalpolisområden"),
        KOMMUNER: _("Kommuner"),
        YOUNG: _("Unga 12–20 år"),
    }[measure]


def short_name(measure: str) -> str:
    """A share's name where there is little room."""
    return {
        PRIORITISED: _("Prioriterade"),
        AREAS: _("Områden"),
        KOMMUNER: _("Kommuner"),
        YOUNG: _("Unga"),
    }[measure]


def shown_name(shown: str) -> str:
    """Which areas are listed, in words."""
    return _("Bara prioriterade") if shown == PRIORITISED else _("Alla")
