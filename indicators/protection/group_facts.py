"""Group facts: where all persons of a group share a trait, the table tells it of each of them.

Read from what is published, so that it finds what a reader would. A rounded figure leaves room
for those that it may hide, so the share is the least that the reader can be sure of.

A release of rounded counts is checked by `check_groups`, one of exact counts by `check_sums`. The
register has no indicators that divide one group by a trait: each is counted by itself.
"""

import numpy as np
import pandas as pd

from indicators.floats import Floats, to_floats
from indicators.protection.attack_knowledge import to_rule
from indicators.protection.names import IDENTITY, TOTAL

SURE = 1.0  # share of a group that is known to share the trait, from which it is a fact of each
_GROUP = ("part", "quarter", "sex", "age_group")
_TOLD = 5  # figures that a message names


class WholeGroup(ValueError):
    """Figures that hold all inhabitants of their group, and so tell something of each of them.

    They are not hidden: where nothing else is, the mark alone would tell the same.
    """

    def __init__(self, cells: pd.DataFrame):
        first = [" × ".join(map(str, row)) for row in cells[list(IDENTITY)].head(_TOLD).to_numpy()]
        more = ", …" if len(cells) > _TOLD else ""
        super().__init__(
            f"{len(cells)} figures hold all who live in their group ({', '.join(first)}{more});"
            " have them reported as missing, or count the indicator without sex and age"
        )
        self.cells = cells


def check_groups(protected: pd.DataFrame, population: pd.DataFrame, base: int) -> None:
    """WholeGroup when a protected cell surely holds all inhabitants of its group.

    `protected` as `round_cells` gives it; `population`: part, quarter, sex, age_group, persons.
    Sums need no check of their own: what a reader is sure of in a sum is the sum of what she is
    sure of in its cells, so a sum with all who live there has a cell with all who do.
    """
    lived_in = population[population["persons"] > 0]
    fewest = lived_in["persons"].min() if len(lived_in) else np.inf
    # A rounded figure is never less than what is sure of it, so most are passed by at once
    large = protected[(protected["value"] >= fewest).fillna(False).astype(bool)]
    found = find_whole_populations(large, lived_in, base)
    if len(found):
        raise WholeGroup(found[list(IDENTITY)])


def check_sums(cells: pd.DataFrame, population: pd.DataFrame) -> None:
    """WholeGroup when an exact figure holds all inhabitants of its group, shown or hidden.

    `cells` raw, `population` as for `check_groups`. What is read are the finest planned figures:
    each part's sum, and each region's by sex and age. A sum of them that holds all who live there
    has one of them that does.
    """
    of = list(_GROUP)
    known = cells.merge(population[[*of, "persons"]], on=of).dropna(subset=["count"])
    whole = known.assign(sex=TOTAL, age_group=TOTAL)
    of_regions = known.assign(part="polisregion " + known["polisregion"].astype("str"))
    by = list(IDENTITY)
    sums = pd.concat([whole, of_regions]).groupby(by)[["count", "persons"]].sum().reset_index()
    found = sums[(sums["count"] >= sums["persons"]) & (sums["persons"] > 0)]
    if len(found):
        raise WholeGroup(found[by])


def find_whole_populations(
    figures: pd.DataFrame, population: pd.DataFrame, base: int
) -> pd.DataFrame:
    """The figures that surely hold all inhabitants of their group: figures' columns, share.

    `figures` has part, quarter, sex, age_group and value; `population` as for `check_groups`, its
    persons above 0 to count.
    """
    based = figures.merge(population[[*_GROUP, "persons"]], on=list(_GROUP), how="inner")
    surely = _to_least(based["value"], base)
    persons = based["persons"].to_numpy(dtype=float, na_value=np.nan)
    share = surely / np.where(persons > 0, persons, np.nan)
    found = based.drop(columns="persons").assign(share=share)
    return found[share >= SURE].reset_index(drop=True)


def _to_least(values: pd.Series, base: int) -> Floats:
    """The least persons that each figure may stand for; 0 when missing."""
    return np.nan_to_num(to_rule(to_floats(values), base)[0], nan=0.0)
