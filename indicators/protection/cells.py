"""The innermost cells: the finest counts that there are, which everything else is a sum of.

A cell is indicator × part × quarter × sex × age group. A part is a piece that never crosses a
border, of any division at any time: of a kommun where it was reported so, else of an LPO. Where
a part lies in several kommuner or län it has None there, and counts in no sum of that level.
"""

import numpy as np
import pandas as pd

from indicators.periods import Quarter
from indicators.protection import cell_checks
from indicators.protection.cell_errors import MissingColumn
from indicators.protection.names import IDENTITY, LEVELS, SHOWN, Reason

REQUIRED = (*IDENTITY, "lpo", "polisomrade", "polisregion", "kommun", "lan", "count")
COLUMNS = (*IDENTITY, "year", *LEVELS, "count", "reason")
COUNTRY = "se"


def to_cells(given: pd.DataFrame) -> pd.DataFrame:
    """The cells checked and in order: `COLUMNS`, count as Int64, NA where there is none.

    `given` has `REQUIRED` and, if wanted, `reason` ('ej-tillampligt' where no count can be; a
    count of NaN is else 'saknas') and `preliminary` (bool). A count that is missing is never zero.
    Raises CellError: what is wrong, and in which cell, but no count.
    """
    absent = [name for name in REQUIRED if name not in given.columns]
    if absent:
        raise MissingColumn(absent)
    cells = given.sort_values(list(IDENTITY), ignore_index=True, kind="stable")
    cell_checks.check(cells)
    cells["count"] = cells["count"].astype("Float64").astype("Int64")
    cells["reason"] = _to_reasons(cells)
    cells["year"] = _to_years(cells["quarter"])
    cells["riket"] = COUNTRY
    return cells[list(COLUMNS)]


def _to_reasons(cells: pd.DataFrame) -> np.ndarray:
    has_none = cells["count"].isna().to_numpy()
    preliminary = np.zeros(len(cells), dtype=bool)
    if "preliminary" in cells.columns:
        preliminary = cells["preliminary"].fillna(False).astype(bool).to_numpy()
    reasons = np.where(preliminary, Reason.PRELIMINARY.value, Reason.OK.value).astype(object)
    reasons[has_none] = Reason.MISSING.value
    if "reason" in cells.columns:
        stated = (cells["reason"] == Reason.NOT_APPLICABLE).to_numpy()
        reasons[has_none & stated] = Reason.NOT_APPLICABLE.value
        reasons[~has_none & (cells["reason"] == Reason.PRELIMINARY).to_numpy()] = (
            Reason.PRELIMINARY.value
        )
    return reasons


def _to_years(quarters: pd.Series) -> pd.Series:
    years = {text: Quarter.parse(text).year for text in quarters.unique()}
    return quarters.map(years).astype("int64")


def is_shown(cells: pd.DataFrame) -> pd.Series:
    """Whether each row has a figure."""
    return cells["reason"].isin([str(reason) for reason in SHOWN])
