"""A later release of the same cells: what was told once is told again in the same way."""

import pandas as pd

from indicators.protection.names import IDENTITY


class BaseChanged(ValueError):
    """A cell that is as it was would be told by another base, which narrows what it can be."""

    def __init__(self, base: int, cells: int):
        super().__init__(
            f"{cells} cells were protected by another base than {base} before;"
            " keep the earlier base for what has been released"
        )


def to_kept(cells: pd.DataFrame, previous: pd.DataFrame | None, base: int) -> pd.Series:
    """The value each cell must keep since its count is as before, else NA. Index as `cells`."""
    if previous is None:
        return pd.Series(pd.NA, index=cells.index, dtype="Int64")
    earlier = previous[[*IDENTITY, "count", "value"]].rename(columns={"count": "before"})
    joined = cells[[*IDENTITY, "count"]].merge(
        earlier, on=list(IDENTITY), how="left", validate="one_to_one"
    )
    same = (joined["count"] == joined["before"]).fillna(False).to_numpy(dtype=bool)
    kept = pd.Series(joined["value"].astype("Int64").to_numpy(), index=cells.index, dtype="Int64")
    kept = kept.where(same)
    _check_base(cells["count"][same], kept[same], base)
    return kept


def _check_base(counts: pd.Series, kept: pd.Series, base: int) -> None:
    is_small = (counts > 0) & (counts < base)
    wrong = (is_small & ~kept.isin([0, base])) | (~is_small & (kept != counts))
    if wrong.any():
        raise BaseChanged(base, int(wrong.sum()))
