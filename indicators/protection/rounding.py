"""Small count rounding: innermost cells with 1 to base - 1 become 0 or the base.

Zeros and larger counts are untouched. Everything else that is shown is summed from the rounded
cells, so no table tells more than they do. Which cells are rounded up is decided by a secret key:
the same data and key give the same result, in any order of rows. Margins never span indicators
or years, so each year of an indicator is rounded by itself, and time grows as the cells do.
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from indicators.protection.base import to_base
from indicators.protection.keys import Words, to_words
from indicators.protection.names import IDENTITY, LEVELS, SPLITS
from indicators.protection.pairing import Ints, round_in_pairs
from indicators.protection.repair import Balance, Flags, repair
from indicators.protection.revision import to_kept
from indicators.protection.shown_margins import combine, to_margins

# Where cells meet first, and where they swap
_MEET = ("part", "lpo", "polisomrade", "polisregion", "riket")
_SWAP = ("riket", "polisregion", "lpo", "quarter", "lan")


def round_cells(
    cells: pd.DataFrame, key: bytes, base: int, previous: pd.DataFrame | None = None
) -> pd.DataFrame:
    """The protected cells: those of `to_cells` in their order, `value` (Int64) in place of count.

    `previous` is the earlier release of them: the identity, count and value. Cells whose count
    is as before keep their rounding. Raises BadBase, NoKey and, of `previous`, BaseChanged.
    """
    counts = cells["count"].fillna(0).to_numpy(dtype=np.int64)
    values = counts.copy()
    small = np.flatnonzero((counts > 0) & (counts < to_base(base)))
    few = cells.iloc[small]
    words = to_words(key, few[list(IDENTITY)].itertuples(index=False, name=None))
    kept = to_kept(cells, previous, base).iloc[small]
    values[small] = base * _round(few, kept, words, base)
    shown = pd.Series(values, index=cells.index, dtype="Int64").mask(cells["count"].isna())
    return cells.drop(columns="count").assign(value=shown)


def _round(few: pd.DataFrame, kept: pd.Series, words: Words, base: int) -> Flags:
    """Which of the small cells are rounded up; `kept` has the value that must stay, or NA."""
    codes = _to_codes(few)
    counts = few["count"].to_numpy(dtype=np.int64)
    free = kept.isna().to_numpy()
    up = kept.fillna(0).to_numpy(dtype=np.int64) > 0
    groups = [combine(codes, ("indicator", "quarter", level)) for level in _MEET]
    groups.append(combine(codes, ("indicator", "year")))
    up[free] = round_in_pairs(counts[free] / base, [group[free] for group in groups], words[free])
    for block in _blocks(groups[-1]):
        own = {name: code[block] for name, code in codes.items()}
        margins, size = to_margins(own)
        balance = Balance(counts[block], up[block], free[block], margins, size, base)
        up[block] = repair(balance, [own[name] + 1 for name in _SWAP], words[block, 3])
    return up


def _to_codes(few: pd.DataFrame) -> dict[str, Ints]:
    names = {*LEVELS, *SPLITS, "part", "indicator", "year"}
    return {name: pd.factorize(few[name])[0].astype(np.int64) for name in sorted(names)}


def _blocks(group: Ints) -> Iterator[Ints]:
    order = np.argsort(group, kind="stable")
    edges = np.flatnonzero(np.diff(group[order])) + 1
    return iter(np.split(order, edges) if len(order) else [])
