"""Measures: how many are reached per 1,000 young people, and each area beside all of them.

Who is in several measures is counted in each, so figures are never summed over kinds.
"""

import pandas as pd

from indicators.floats import to_floats

PER_10_000 = ("per_10_000", "low", "high")
LOWER, SAME, HIGHER = "lagre", "ingen-saker-skillnad", "hogre"


def per_thousand(rates: pd.DataFrame) -> pd.DataFrame:
    """The rates (of `to_rates`) per 1,000: per_1000, low, high (floats, NaN where there is
    none)."""
    tenth = {name: to_floats(rates[name]) / 10 for name in PER_10_000}
    return rates.drop(columns="per_10_000").assign(
        per_1000=tenth["per_10_000"], low=tenth["low"], high=tenth["high"]
    )


def to_places(rates: pd.DataFrame) -> pd.Series:
    """Where each row (of `per_thousand`) lies beside all areas of its entry together: their counts
    over the persons who live there. LOWER or HIGHER when its whole interval does, else SAME; None
    where there is no rate."""
    shown = rates["per_1000"].notna()
    counted = pd.DataFrame(
        {
            "entry": rates["entry"],
            "value": to_floats(rates["value"].where(shown)),
            "persons": to_floats(rates["persons"].where(shown)),
        }
    )
    sums = counted.groupby("entry")[["value", "persons"]].transform("sum")
    together = sums["value"] / sums["persons"] * 1000
    places = pd.Series(SAME, index=rates.index, dtype=object)
    places[rates["high"] < together] = LOWER
    places[rates["low"] > together] = HIGHER
    return places.where(shown, None)
