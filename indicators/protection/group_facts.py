"""Group facts: where all persons of a group share a trait, the table tells it of each of them.

Read from what is published, so that it finds what a reader would. A rounded figure leaves room
for those that it may hide, so the share is the least that the reader can be sure of. Given raw
figures and no base, it tells what is so, whether anybody can see it or not.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from indicators.protection.attack_knowledge import Floats, to_rule

SURE = 1.0  # share of a group that is known to share the trait, from which it is a fact of each
# Where to go from each level when a place is too small
COARSER = {
    "part": "lpo",
    "lpo": "polisomrade",
    "polisomrade": "polisregion",
    "polisregion": "riket",
    "kommun": "lan",
    "lan": "riket",
    "riket": None,
}


def find_whole_populations(
    figures: pd.DataFrame, population: pd.DataFrame, of: Sequence[str], base: int | None
) -> pd.DataFrame:
    """The figures that hold all inhabitants of their group: figures' columns, share, coarsen_to.

    `figures` has `of`, level and value, `population` has `of` and persons (above 0 to count).
    `base` is that of the rounding, None when figures are exact.
    """
    based = figures.merge(population[[*of, "persons"]], on=list(of), how="inner")
    surely, _ = _ends(based["value"], base)
    persons = based["persons"].to_numpy(dtype=float, na_value=np.nan)
    share = surely / np.where(persons > 0, persons, np.nan)
    return _found(based.drop(columns="persons"), share)


def find_shared_traits(
    figures: pd.DataFrame, group: Sequence[str], base: int | None, least: float = SURE
) -> pd.DataFrame:
    """The figures that hold all persons of their group: figures' columns, share, coarsen_to.

    A group is one choice of the columns `group`; its figures differ by the sensitive trait.
    `share` is the least share of the group's persons that surely have the trait, and a row is
    there when it is `least` or more. Figures that are missing may be any number, so their group
    is no fact. `base` is that of the rounding, None when figures are exact.
    """
    surely, at_most = _ends(figures["value"], base)
    keys = [figures[name] for name in group]
    whole = pd.Series(at_most, index=figures.index).groupby(keys, dropna=False).transform("sum")
    with np.errstate(invalid="ignore"):  # of a missing figure nothing is known
        others = whole.to_numpy() - at_most
        share = np.where(surely > 0, surely / (surely + others), 0.0)
    return _found(figures, share, least)


def _ends(values: pd.Series, base: int | None) -> tuple[Floats, Floats]:
    """The least and most persons that each figure may stand for; 0 to endless when missing."""
    shown = np.asarray(values.astype("Float64").to_numpy(na_value=np.nan), dtype=np.float64)
    low, high = (shown, shown) if base is None else to_rule(shown, base)
    return np.nan_to_num(low, nan=0.0), np.nan_to_num(high, nan=np.inf)


def _found(figures: pd.DataFrame, share: np.ndarray, least: float = SURE) -> pd.DataFrame:
    chosen = share >= least
    return (
        figures[chosen]
        .assign(share=share[chosen], coarsen_to=figures.loc[chosen, "level"].map(COARSER))
        .reset_index(drop=True)
    )
