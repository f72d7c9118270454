"""Released figures in words: what is counted, of whom, and what stands where no figure does."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from indicators import periods
from indicators.protection.method import Method
from ui import formats
from words import _

Names = Mapping[Any, str]  # (list, code) of what is counted, and codes of areas → name


def counted_name(names: Names, listing: str, code: str) -> str:
    """What is counted; an unknown code as it is."""
    return names.get((listing, code), code)


def sex_name(sex: str) -> str:
    """`Kvinnor`, in a table's cell."""
    return {"kvinna": _("Kvinnor"), "man": _("Män")}.get(sex, _("Alla"))


def age_name(age: str) -> str:
    """`12–14`, with the sign of a span."""
    return _("12–20") if age == "totalt" else age.replace("-", "–")


def period_name(period: str) -> str:
    """A quarter as elsewhere; a whole year's sum in words."""
    return _("hela året") if period == "totalt" else periods.period_name(period)


def gap_name(gap: object) -> str:
    """What stands where no figure does: three different things, and none of them is zero."""
    return {
        "saknas": _("saknas"),
        "ej-tillampligt": _("ej tillämpligt"),
        "skyddat": _("skyddat"),
    }.get(str(gap), "")


def value_words(value: Any, gap: object = None) -> str:
    """`1 204`, or the gap in words; nothing where the figure is not there at all."""
    return gap_name(gap) if pd.isna(value) else formats.number(value)


def protection_words(base: int, method: Method) -> str:
    """What the protection means, in a sentence."""
    words = (
        _("Antalen är exakta. 1–{below} visas inte, och inte heller tal som avslöjar dem.")
        if method is Method.HIDING
        else _("Små tal är avrundade: 1–{below} visas som 0 eller {base}.")
    )
    return words.format(below=base - 1, base=base)


def planned_words() -> str:
    """Which exact figures there are."""
    return _(
        "De finns kvartal för kvartal: för alla unga i varje område, och i landet och "
        "polisregionerna också för kön och ålder. Allt annat är skyddat."
    )
