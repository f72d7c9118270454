"""What the funnel of areas says, and how to read it."""

from collections.abc import Mapping

import pandas as pd

from indicators.protection.method import Method
from ui import formats
from ui.headings import as_text
from words import _


def outside(areas: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Which areas lie outside the funnel's outer limits."""
    over, under = (
        [as_text(names[code]) for code in areas.loc[areas["place"] == place, "code"]]
        for place in ("over", "under")
    )
    if not over and not under:
        return _("Inget område skiljer sig från snittet mer än slumpen brukar ge.")
    parts = []
    if over:
        parts.append(_("**Över snittet, mer än slumpen:** {names}.").format(names=", ".join(over)))
    if under:
        parts.append(
            _("**Under snittet, mer än slumpen:** {names}.").format(names=", ".join(under))
        )
    return "  \n".join(parts)


def known(areas: int, of: int) -> str:
    """How many areas of the level have a figure."""
    return _("{n} av {of} områden har en siffra.").format(n=areas, of=of)


def pale() -> str:
    """What the pale points of the funnel are."""
    return _("Bleka punkter ligger utanför urvalet, men räknas in i snittet.")


def how_to_read(dispersion: float, method: Method) -> str:
    """How to read the funnel."""
    words = _(
        "Den vågräta linjen är snittet för alla områden som visas. Ju färre som bor i ett område, "
        "desto mer gör slumpen. Av hundra områden som inte skiljer sig hamnar 95 innanför den "
        "streckade gränsen och nästan alla innanför den heldragna (99,8 %)."
    )
    if method is Method.ROUNDING:
        words += " " + _(
            "Det tunna strecket vid en punkt är vad avrundningen kan ha flyttat; når det in över "
            "en gräns räknas området som innanför den."
        )
    if dispersion > 1:
        words += " " + _(
            "Områdena skiljer sig {times} gånger mer än bara slumpen gör, och gränserna är vidgade "
            "för det."
        ).format(times=formats.decimal(dispersion**0.5))
    return words
