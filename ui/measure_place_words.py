"""What is said of where the rate of an area lies beside that of all together."""

from collections.abc import Mapping

import pandas as pd

from indicators.measures import HIGHER, LOWER, SAME
from ui.chart_base import INK
from ui.headings import as_text
from ui.palette import BLUES, GREY
from words import _

_LIGHT_INK = "#ffffff"


def place_kinds() -> dict[str, tuple[str, str]]:
    """The kinds of cells beside all areas together: name → (colour, ink)."""
    return {
        place_name(LOWER): (BLUES[0], INK),
        place_name(SAME): (BLUES[2], INK),
        place_name(HIGHER): (BLUES[4], _LIGHT_INK),
        place_name(None): (GREY, INK),
    }


def place_name(place: object) -> str:
    """Where a rate lies beside that of all areas together."""
    if place is None or pd.isna(place):  # type: ignore[call-overload]
        return _("ingen siffra")
    return {
        LOWER: _("lägre än alla"),
        SAME: _("ingen säker skillnad"),
        HIGHER: _("högre än alla"),
    }[str(place)]


def spread(cells: pd.DataFrame, names: Mapping[str, str], *, rounds: bool) -> str:
    """How many cells lie apart from all areas together, and where most of them are higher;
    `rounds` when small counts are rounded."""
    known = cells[cells["place"].notna()]
    if known.empty:
        return _("Det finns ingen siffra att jämföra.")
    higher = known[known["place"] == HIGHER]
    lower = int((known["place"] == LOWER).sum())
    words = (
        _(
            "Av {n} siffror är {higher} högre och {lower} lägre än i alla områden tillsammans, mer "
            "än slump och avrundning kan ge."
        )
        if rounds
        else _(
            "Av {n} siffror är {higher} högre och {lower} lägre än i alla områden tillsammans, mer "
            "än slumpen kan ge."
        )
    )
    said = words.format(n=len(known), higher=len(higher), lower=lower)
    if len(higher):
        counts = higher["code"].value_counts()
        said += " " + _("Flest högre: {name} ({n}).").format(
            name=as_text(names[str(counts.index[0])]), n=int(counts.iloc[0])
        )
    return said


def cells(*, rounds: bool) -> str:
    """How to read the cells; `rounds` when small counts are rounded."""
    said = _(
        "Jämförs med alla områden i bilden tillsammans. Högre och lägre visas bara när hela "
        "95-procentsintervallet ligger utanför."
    )
    return f"{said} {_('≈ kan vara avrundat.')}" if rounds else said
