"""The coarser tables that exact figures are published in, and which numbers they are sums of.

Two kinds, both by quarter: areas of every level, sexes and ages together; and police regions and
the country by sex and age too. The finest of the first (part × quarter) and of the second
(region × sex × age × quarter) are the atoms that all figures are sums of. Any two sets of them
with the same sum a region and quarter come from some true table, so nothing finer need be known.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import sparse

from indicators.protection.cells import is_shown
from indicators.protection.margins import to_margin
from indicators.protection.names import LEVELS, SPLITS, TOTAL, Reason
from indicators.protection.published_sums import KEYS, to_sums
from indicators.protection.shown_margins import to_splits

PLACE = ("indicator", "part", *LEVELS, "year", "quarter")
GROUP = ("indicator", "polisregion", "riket", "year", *SPLITS)
WITH_PEOPLE = ("polisregion", "riket")  # levels that are split by sex and age
FIGURE = ("level", "code", *KEYS)
SHOWN = (*FIGURE, "value", "reason", "parts", "missing")


@dataclass(frozen=True)
class Plan:
    """`figures`: `SHOWN` and `number`, which of the different sums it shows; `gaps`: those of
    which all is missing.

    `members` has a row a number and a column an atom; `values` are the numbers'. `twins` is a
    second way that some of them (`twin_of`) are sums of atoms: those of regions and the country.
    `atoms`: what each is called (`name`) and its value.
    """

    figures: pd.DataFrame
    gaps: pd.DataFrame
    members: sparse.csr_array
    values: np.ndarray
    twins: sparse.csr_array
    twin_of: np.ndarray
    atoms: pd.DataFrame


def to_plannable(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells, where a part that lacks some of an indicator's counts in a quarter lacks all.

    Else a reader who knows which are lacking could tell more of the part than its sum does.
    """
    shown = is_shown(cells)
    by = [cells[name] for name in ("indicator", "part", "quarter")]
    partly = shown.groupby(by).transform("any") & ~shown.groupby(by).transform("all")
    return cells.assign(
        count=cells["count"].mask(partly), reason=cells["reason"].mask(partly, str(Reason.MISSING))
    )


def to_plan(cells: pd.DataFrame) -> Plan:
    """The planned tables of raw cells; cells that are missing are in no sum."""
    counted = cells.rename(columns={"count": "value"})
    shown = counted[counted["value"].notna()]
    places, groups = (_summed(shown, by) for by in (PLACE, GROUP))
    areas, no_areas = _margins(counted, [(level, ("quarter",)) for level in LEVELS])
    # what is counted in all alone has no tables by sex and age
    people, no_people = _margins(
        counted[counted["sex"] != TOTAL],
        [
            (level, split)
            for level in WITH_PEOPLE
            for split in to_splits()
            if "quarter" in split and len(split) > 1
        ],
    )
    has_twin = areas["level"].isin(WITH_PEOPLE).to_numpy()
    members = [
        to_sums(areas, places.assign(sex=TOTAL, age_group=TOTAL)).members,
        to_sums(people, groups).members,
    ]
    return _numbered(
        pd.concat([areas, people], ignore_index=True),
        pd.concat([no_areas, no_people], ignore_index=True),
        sparse.csr_array(sparse.block_diag(members)),
        _twins(areas[has_twin], groups, len(places)),
        np.flatnonzero(has_twin),
        _to_atoms(places, groups),
    )


def _to_atoms(places: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    """Named by where and when, and of whom: the same in every release."""
    by = ["indicator", "part", *SPLITS]
    of_places = places.assign(sex="", age_group="")[[*by, "value"]]
    of_groups = groups.rename(columns={"polisregion": "part"})[[*by, "value"]]
    atoms = pd.concat([of_places, of_groups], ignore_index=True)
    names = atoms["indicator"].astype("str")
    for name in by[1:]:
        names = names + "|" + atoms[name].astype("str")
    return pd.DataFrame({"name": names, "value": atoms["value"].astype("float64")})


def _margins(
    counted: pd.DataFrame, kinds: Sequence[tuple[str, tuple[str, ...]]]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The figures of those margins, and those that have none."""
    figures = pd.concat([to_margin(counted, *kind) for kind in kinds])
    has = figures["value"].notna()
    return figures[has], figures.loc[~has, list(SHOWN)]


def _summed(shown: pd.DataFrame, by: tuple[str, ...]) -> pd.DataFrame:
    return shown.groupby(list(by), dropna=False, as_index=False)[["value"]].sum()


def _twins(areas: pd.DataFrame, groups: pd.DataFrame, places: int) -> sparse.csr_array:
    """Figures of areas as sums of groups, over all atoms."""
    of_groups = to_sums(areas, groups).members
    empty = sparse.csr_array((of_groups.shape[0], places))
    return sparse.csr_array(sparse.hstack([empty, of_groups]))


def _numbered(
    figures: pd.DataFrame,
    gaps: pd.DataFrame,
    members: sparse.csr_array,
    twins: sparse.csr_array,
    twin_of: np.ndarray,
    atoms: pd.DataFrame,
) -> Plan:
    """Figures that are the same sum are one number: what hides one must hide the other."""
    number, _ = pd.factorize(np.array(to_marks(members), dtype=object))
    first = np.unique(number, return_index=True)[1]
    told = figures.assign(number=number)[[*SHOWN, "number"]]
    values = figures["value"].to_numpy(dtype=float)[first]
    return Plan(told, gaps, sparse.csr_array(members[first]), values, twins, number[twin_of], atoms)


def to_marks(members: sparse.csr_array) -> list[bytes]:
    """What tells each sum from others: the atoms that it is of."""
    members.sort_indices()
    return [
        members.indices[start:end].tobytes()
        for start, end in itertools.pairwise(members.indptr.tolist())
    ]
