"""What the work takes: sums over what is reported, and what was used beside what was needed.

A sum is of those regions that have given the figure, and says how many they are; what is missing
is never zero.
"""

from collections.abc import Sequence

import pandas as pd

from indicators.floats import to_floats

NEED = "behov_"  # amount → the need of it, stated in the report of the year before


def to_sums(rows: pd.DataFrame, amount: str, authorities: Sequence[str]) -> pd.DataFrame:
    """A row an authority: total (float, NaN when no region has given it) and regions (how many
    have). `rows` have myndighet, area and the amount."""
    given = rows.assign(value=to_floats(rows[amount]))[lambda of: of["value"].notna()]
    groups = given.groupby("myndighet")["value"].agg(["sum", "size"])
    return pd.DataFrame(
        {
            "myndighet": list(authorities),
            "total": [groups["sum"].get(one) for one in authorities],
            "regions": [int(groups["size"].get(one, 0)) for one in authorities],
        }
    ).astype({"total": "float64"})


def to_need(
    now: pd.DataFrame, before: pd.DataFrame, amount: str, authorities: Sequence[str]
) -> pd.DataFrame:
    """A row an authority: need (as stated the year `before`), used (`now`) and regions, over those
    regions that have given both; NaN and 0 when none has."""
    of = ["myndighet", "area"]
    used = now[of].assign(used=to_floats(now[amount]))
    need = before[of].assign(need=to_floats(before[NEED + amount]))
    both = used.merge(need, on=of).dropna()
    groups = both.groupby("myndighet")[["need", "used"]].sum()
    sizes = both.groupby("myndighet").size()
    return pd.DataFrame(
        {
            "myndighet": list(authorities),
            "need": [groups["need"].get(one) for one in authorities],
            "used": [groups["used"].get(one) for one in authorities],
            "regions": [int(sizes.get(one, 0)) for one in authorities],
        }
    ).astype({"need": "float64", "used": "float64"})
