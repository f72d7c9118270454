"""Exact figures as readers are shown them: those that were planned, and 'skyddat' in all others.

What a reader may ask for is wider than what was planned. Where an area has reported, a figure that
was not planned is protected too: it is neither zero nor missing.
"""

import pandas as pd

from indicators.protection.cells import is_shown
from indicators.protection.names import Reason

FIGURE = ("level", "code", "quarter", "sex", "age_group")


def with_sums(figures: pd.DataFrame, sums: pd.DataFrame) -> pd.DataFrame:
    """Figures of one indicator (`to_margin` or `to_based`, of whatever says only who has reported)
    with the values of `sums`: `FIGURE`, value (Int64, NA where hidden). What is missing or not
    applicable stays so; none is rounded."""
    told = figures[list(FIGURE)].merge(sums[[*FIGURE, "value"]], on=list(FIGURE), how="left")
    value = pd.Series(told["value"].to_numpy(), index=figures.index).astype("Int64")
    reported = is_shown(figures)
    return figures.assign(
        value=value.where(reported),
        reason=figures["reason"].mask(reported & value.isna(), str(Reason.PROTECTED)),
        rounded=False,
    )
