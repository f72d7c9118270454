"""What is counted of good examples and needs of competence, in words."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd

from ui import formats
from words import _, plural


class Counted(NamedTuple):
    """A count: what it is of, the figure, what it is made of, and the rows that are counted."""

    name: str
    value: str
    basis: str
    rows: pd.DataFrame


def of_found(found: pd.DataFrame) -> list[Counted]:
    """The examples that the search finds, and the areas that they are from."""
    areas = found["area"].nunique()
    names = _to_names(found)
    return [
        Counted(_("Antal exempel"), formats.number(len(found)), _to_areas(areas), found),
        Counted(_("Områden med exempel"), formats.number(areas), names, found),
    ]


def of_methods(found: pd.DataFrame) -> list[Counted]:
    """The examples of each method, the most usual first."""
    known = found.dropna(subset=["metod_name"])
    return [
        Counted(
            _("Exempel med metoden {name}").format(name=name),
            formats.number(count),
            _to_names(known[known["metod_name"] == name]),
            known[known["metod_name"] == name],
        )
        for name, count in known["metod_name"].value_counts().items()
    ]


def of_needs(found: pd.DataFrame, order: Sequence[str]) -> list[Counted]:
    """In how many areas each need is, in that order."""
    own = {need: found[found["behov"] == need] for need in order}
    return [
        Counted(
            _("Områden med behovet {name}").format(name=need),
            formats.number(rows["area"].nunique()),
            _to_names(rows),
            rows,
        )
        for need, rows in own.items()
    ]


def definition(kind: str) -> str:
    """What is counted."""
    if kind == "exempel":
        return _("Exempel som har rapporterats, godkänts och publicerats.")
    return _("Kompetensbehov som har rapporterats, godkänts och publicerats.")


def period(place: str, on: date) -> str:
    """Of where, and until when."""
    return _("{place} · rapporterat för tiden till och med {day}").format(
        place=place, day=formats.short_day(on)
    )


def _to_areas(count: int) -> str:
    return plural("Från {n} område", "Från {n} områden", count)


def _to_names(rows: pd.DataFrame) -> str:
    return ", ".join(sorted(set(rows["place"])))
