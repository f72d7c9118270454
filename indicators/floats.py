"""Columns as plain floats, NaN where there is nothing, for the formulas."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def to_floats(values: pd.Series) -> Floats:
    """The column's values; NA, None and NaN are NaN."""
    return np.asarray(values.astype("Float64").to_numpy(dtype=float, na_value=np.nan), np.float64)
