"""How much of what is owed has come, and how much of it on time.

A frame of what is owed has one row a unit: region, kind, period, is_due (its day has passed),
state ('saknas' = nothing was sent), due (last day on time), first_at (when it first came; None).

Late and punctual are two questions. Late is what somebody waits for today; what is late may have
come on time and been sent back. Punctual is whether it first came on time, whatever came of it.
"""

from collections.abc import Sequence
from datetime import date

import pandas as pd

import clock

BY = ("region", "kind", "period")
COUNTS = ("owed", "came", "on_time")
# The states of a unit. SENT to UNDONE are stored; one that is undone never holds. The others are
# told of what nobody has sent, of what a release has and of what a later one has replaced
MISSING, DRAFT = "saknas", "utkast"
SENT, RETURNED, APPROVED = "inlamnad", "komplettering", "godkand"
UNLOCKED, UNDONE = "upplast", "angrad"
PUBLISHED, REPLACED = "publicerad", "ersatt"


class BadGroup(LookupError):
    """What is owed can't be counted by that."""

    def __init__(self, by: Sequence[str]):
        super().__init__(f"can't count by {', '.join(by)}; choose among {', '.join(BY)}")


def is_late(state: str, due: date, today: date) -> bool:
    """Whether the last day has passed and nothing that holds is in: it never came, or it was sent
    back and has not come again. What was unlocked is not late: what was approved of it holds until
    a new one is approved."""
    return due < today and state in (MISSING, RETURNED)


def to_told(states: pd.Series, releases: pd.Series) -> pd.Series:
    """The states as people are told them: what is approved and stands in a release (its number,
    NA = in none) is 'publicerad'. What is unlocked or sent anew is told as just that."""
    return states.mask((states == APPROVED) & releases.notna(), PUBLISHED)


def to_completeness(owed: pd.DataFrame, by: Sequence[str] = BY) -> pd.DataFrame:
    """What is due in each group: the columns of `by`, owed, came, complete (share 0–1 of the owed
    that came), on_time, punctual (share of the owed that came on time).

    What is not due yet counts in none of them, not even when it has come; a group where nothing
    is due has shares NA, which is not 0. With `by` empty one row counts all. Raises BadGroup.
    """
    if not set(by) <= set(BY):
        raise BadGroup(by)
    is_due = owed["is_due"].astype(bool)
    came = is_due & (owed["state"] != MISSING)
    counted = owed[list(by)].assign(
        owed=is_due.astype("int64"),
        came=came.astype("int64"),
        on_time=(came & _came_on_time(owed)).astype("int64"),
    )
    return _with_shares(_sum(counted, by))


def _came_on_time(owed: pd.DataFrame) -> pd.Series:
    """Whether it first came on its last day or before, by the day of the moment in Sweden."""
    days = zip(owed["first_at"], owed["due"], strict=True)
    on_time = [not pd.isna(at) and clock.day_of(at) <= due for at, due in days]
    return pd.Series(on_time, index=owed.index, dtype="bool")


def _sum(counted: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    if not by:
        return counted[list(COUNTS)].sum().to_frame().T
    return counted.groupby(list(by), as_index=False, sort=False)[list(COUNTS)].sum()


def _with_shares(counts: pd.DataFrame) -> pd.DataFrame:
    over = counts["owed"].astype("Float64").mask(counts["owed"] == 0)
    shares = counts.assign(
        complete=counts["came"].astype("Float64") / over,
        punctual=counts["on_time"].astype("Float64") / over,
    )
    first = list(counts.columns.drop(list(COUNTS)))
    return shares[[*first, "owed", "came", "complete", "on_time", "punctual"]]
