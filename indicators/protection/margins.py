"""What a reader sees: figures of areas, summed from protected cells, each with its reason."""

from collections.abc import Sequence

import pandas as pd

from indicators.protection.cells import is_shown
from indicators.protection.names import LEVELS, SPLITS, TOTAL, Reason

COLUMNS = (
    "indicator", "level", "code", "year", *SPLITS,
    "value", "reason", "parts", "missing", "rounded",
)  # fmt: skip


class UnknownMargin(LookupError):
    """Cells can't be summed by that."""

    def __init__(self, given: object):
        super().__init__(
            f"can't sum cells by {given!r}; levels are {', '.join(LEVELS)},"
            f" splits {', '.join(SPLITS)}"
        )


def to_margin(
    protected: pd.DataFrame, level: str, split: Sequence[str] = SPLITS, base: int = 5
) -> pd.DataFrame:
    """One row an indicator, area, year and choice of `split`: `COLUMNS`.

    What is not split by is 'totalt'. `value` (Int64) is the sum of the cells that have a figure,
    NA where none has; `parts` the cells where a count can be, `missing` those of them without.
    `rounded`: the value is 0 or the base, and may stand for anything near it. Cells in no area of
    the level are left out. Raises UnknownMargin.
    """
    if level not in LEVELS or not set(split) <= set(SPLITS):
        raise UnknownMargin((level, *split))
    by = ["indicator", level, "year", *(name for name in SPLITS if name in split)]
    shown = is_shown(protected)
    marked = protected[by].assign(
        value=protected["value"].where(shown),
        parts=(protected["reason"] != Reason.NOT_APPLICABLE).astype("int64"),
        missing=(protected["reason"] == Reason.MISSING).astype("int64"),
        preliminary=protected["reason"] == Reason.PRELIMINARY,
    )
    groups = marked.groupby(by, sort=True, observed=True)
    sums = groups[["parts", "missing"]].sum()
    sums["value"] = groups["value"].sum(min_count=1)
    sums["preliminary"] = groups["preliminary"].any()
    return _dressed(sums.reset_index(), level, split, base)


def _dressed(sums: pd.DataFrame, level: str, split: Sequence[str], base: int) -> pd.DataFrame:
    reason = pd.Series(str(Reason.OK), index=sums.index, dtype=object)
    reason[sums["preliminary"]] = str(Reason.PRELIMINARY)
    reason[sums["value"].isna()] = str(Reason.MISSING)
    reason[sums["parts"] == 0] = str(Reason.NOT_APPLICABLE)
    whole = {name: TOTAL for name in SPLITS if name not in split}
    dressed = sums.rename(columns={level: "code"}).assign(
        level=level,
        reason=reason,
        rounded=sums["value"].isin([0, base]).astype(bool),
        **whole,
    )
    return dressed[list(COLUMNS)]
