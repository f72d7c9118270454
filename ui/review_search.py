"""What a reviewer looks at, read from the address and checked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd

from indicators.periods import BadPeriod, Quarter
from reporting.kinds import kinds
from ui.review_words import state_labels
from words import _

TO_REVIEW, MATRIX, ALL, MEASURES = "granska", "matris", "lista", "matt"
RELEASES = "utgavor"


VIEWS = (TO_REVIEW, MATRIX, ALL, MEASURES, RELEASES)


PARAMETERS = ("period", "region", "slag", "tillstand")


_SHOWN = 60  # characters of what was asked for, in a sentence


@dataclass(frozen=True)
class Search:
    """What is looked at, checked; None = whatever it is. `unit` is area, kind and period of the
    one that is opened."""

    view: str = TO_REVIEW
    period: Quarter | None = None
    region: str | None = None
    kind: str | None = None
    state: str | None = None
    unit: tuple[str, str, Quarter] | None = None
    problems: tuple[str, ...] = ()

    @property
    def told(self) -> dict[str, str]:
        """The filters in use by their names in the address, for the audit."""
        values = (self.period, self.region, self.kind, self.state)
        return {name: str(v) for name, v in zip(PARAMETERS, values, strict=True) if v is not None}


def to_search(
    parameters: Mapping[str, str], periods: Sequence[Quarter], regions: Mapping[str, str]
) -> Search:
    """What the address asks for. What can't be understood is left out, with a sentence; so is
    what is not among the `periods` and `regions` (code → name) to choose from."""
    problems: list[str] = []

    def checked(name: str, read: Callable[[str], Any], problem: str) -> Any:
        text = parameters.get(name, "").strip()
        try:
            return read(text) if text else None
        except (ValueError, LookupError):
            problems.append(problem.format(text=text[:_SHOWN]))
            return None

    return Search(
        checked("vy", partial(_one_of, VIEWS), _("Vyn ”{text}” finns inte.")) or TO_REVIEW,
        checked(
            "period",
            partial(_to_period, periods),
            _("Perioden ”{text}” finns inte att granska. Skriv den som 2026K3."),
        ),
        checked(
            "region",
            partial(_one_of, regions),
            _("Polisregionen ”{text}” är inte bland dem som du granskar."),
        ),
        checked("slag", partial(_one_of, kinds()), _("Slaget ”{text}” finns inte.")),
        checked("tillstand", partial(_one_of, state_labels()), _("Läget ”{text}” finns inte.")),
        checked("enhet", to_unit, _("Inlämningen ”{text}” finns inte. Välj en i tabellen.")),
        tuple(problems),
    )


def to_address(area: str, kind: str, period: Quarter | str) -> str:
    """A unit as the address has it, e.g. `lpo-kiruna_atgarder_2026K3`."""
    return f"{area}_{kind}_{period}"


def to_units(owed: pd.DataFrame) -> list[str]:
    """The rows' units as the address has them."""
    parts = zip(*(owed[name] for name in ("area", "kind", "period")), strict=True)
    return [to_address(*part) for part in parts]


def to_unit(text: str) -> tuple[str, str, Quarter]:
    """Area, kind and period of what `to_address` wrote. Raises ValueError, KeyError."""
    area, kind, period = text.split("_")
    return area, kinds()[kind].code, Quarter.parse(period)


def _one_of(allowed: Sequence[str] | Mapping[str, object], text: str) -> str:
    if text not in allowed:
        raise KeyError(text)
    return text


def _to_period(periods: Sequence[Quarter], text: str) -> Quarter:
    period = Quarter.parse(text)
    if period not in periods:
        raise BadPeriod(text)
    return period
