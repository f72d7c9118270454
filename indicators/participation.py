"""Who sits at the table: the share of the meetings held that an actor came to, sum over sum.

A frame of rows has a row a council, quarter and actor: area, period, aktor, form, hallna (held),
deltagit (attended; both Int64) and the two's `_gap`, why a number is not there; `with_states` adds
what each of them tells, once for all that is counted on them. A frame of units has a row a council
and quarter that is looked at: area, period, is_owed (the council must report it) and rows (how
many it has reported; 0 = nothing to report, NA = not reported).
"""

from collections.abc import Sequence
from enum import StrEnum

import numpy as np
import pandas as pd

# Codes of the register's actors that are school and health care at the table of a council. The
# national authorities of the same fields, Skolverket and Socialstyrelsen, are others.
SCHOOL, HEALTH = ("skolan",), ("halso-och-sjukvarden",)
MEMBER, INVITED = "medlem", "adjungerad"
PARTLY = 0.1  # share of what is owed, above which what lacks makes a quarter partly reported
NUMBERS = ("attended", "held", "councils", "gaps")


class State(StrEnum):
    """What there is of an actor in one or several councils' quarters: a share, or why none."""

    SHARE = "andel"
    ZERO = "noll"  # meetings were held, and it came to none
    NO_MEETING = "inget-mote"
    MISSING = "saknas"
    NOT_APPLICABLE = "ej-tillampligt"
    NOT_LISTED = "inte-med"  # the council has reported, and the actor is not there in that form
    NOT_REPORTED = "ej-rapporterat"
    NO_COUNCIL = "inget-rad"  # none that must report, and none has


def to_cells(
    rows: pd.DataFrame, units: pd.DataFrame, by: str, actors: Sequence[str]
) -> pd.DataFrame:
    """A row for each value of the units' column `by` and each of the actors, of rows with their
    states: of, aktor, state, share (0–1, NA without a sum to divide by), attended, held (sums over
    what has both numbers), councils (that are in the sums) and gaps (rows that are not, for a
    number is not there).

    Of several states the first of: a share, no meeting, missing, not applicable, not listed, not
    reported, no council.
    """
    groups = list(dict.fromkeys(units[by]))
    grid = pd.MultiIndex.from_product([groups, list(actors)], names=["of", "aktor"])
    sums = _sum_rows(_within(rows, units, by)).reindex(grid, fill_value=0)
    held = sums["held"]
    share = sums["attended"].astype("Float64") / held.astype("Float64").mask(held == 0)
    known = _sum_units(units, by).reindex(grid.get_level_values("of"))
    state = _to_states(sums, known)
    return sums[list(NUMBERS)].assign(state=state, share=share).reset_index()


def to_joined(rows: pd.DataFrame, code: str, actors: Sequence[str] | None = None) -> pd.DataFrame:
    """The rows of some actors (None = all) as those of one with that code."""
    own = rows if actors is None else rows[rows["aktor"].isin(actors)]
    return own.assign(aktor=code)


def with_states(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows, each with the `state` that it tells of its actor (SHARE stands for a zero too). A
    number without a reason for its absence is missing."""
    held, attended = rows["hallna"], rows["deltagit"]
    reason = rows["hallna_gap"].where(held.isna(), rows["deltagit_gap"])
    gap = np.where(reason == State.NOT_APPLICABLE, State.NOT_APPLICABLE, State.MISSING)
    is_none = (held == 0).fillna(False)
    counted = (held > 0).fillna(False) & attended.notna()
    choices = [(is_none, State.NO_MEETING), (counted, State.SHARE)]
    states = np.select([one for one, _state in choices], [one for _one, one in choices], gap)
    return rows.assign(state=pd.Series(states, index=rows.index, dtype="str"))


def to_completeness(units: pd.DataFrame) -> pd.DataFrame:
    """By quarter, in order of time: period, owed (councils that must report), came (of those),
    beside (that have reported without being owed) and partly (more than a tenth is not there)."""
    came = units["rows"].notna()
    counted = pd.DataFrame(
        {
            "period": units["period"],
            "owed": units["is_owed"].astype("int64"),
            "came": (came & units["is_owed"]).astype("int64"),
            "beside": (came & ~units["is_owed"]).astype("int64"),
        }
    )
    found = counted.groupby("period", as_index=False).sum()
    return found.assign(partly=found["owed"] - found["came"] > PARTLY * found["owed"])


def to_rarest(cells: pd.DataFrame) -> pd.DataFrame:
    """Of an area's cells those with the lowest share: several when they are equal."""
    lowest: float = cells["share"].min()  # NA when there is no share, which is equal to none
    return cells[(cells["share"] == lowest).fillna(False)]


def _within(rows: pd.DataFrame, units: pd.DataFrame, by: str) -> pd.DataFrame:
    """The rows of the units, each with its place in the column `by`."""
    places = units[["area", "period"]].assign(of=units[by])
    return rows.merge(places, on=["area", "period"])


def _sum_rows(told: pd.DataFrame) -> pd.DataFrame:
    """By place and actor: the sums, and how many rows there are of each other state."""
    counted = told["state"] == State.SHARE
    one = {
        "of": told["of"],
        "aktor": told["aktor"],
        "attended": told["deltagit"].where(counted, 0).astype("int64"),
        "held": told["hallna"].where(counted, 0).astype("int64"),
        "area": told["area"].where(counted),
        "no_meeting": told["state"] == State.NO_MEETING,
        "missing": told["state"] == State.MISSING,
        "not_applicable": told["state"] == State.NOT_APPLICABLE,
    }
    groups = pd.DataFrame(one).groupby(["of", "aktor"])
    sums = groups[["attended", "held", "no_meeting", "missing", "not_applicable"]].sum()
    return sums.assign(
        councils=groups["area"].nunique(), gaps=sums["missing"] + sums["not_applicable"]
    )


def _sum_units(units: pd.DataFrame, by: str) -> pd.DataFrame:
    """By place: how many must report, have reported, and of those have had nothing to."""
    one = {
        "of": units[by],
        "owed": units["is_owed"].astype("int64"),
        "came": units["rows"].notna().astype("int64"),
        "silent": (units["rows"] == 0).fillna(False).astype("int64"),
    }
    return pd.DataFrame(one).groupby("of").sum()


def _to_states(sums: pd.DataFrame, known: pd.DataFrame) -> np.ndarray:
    """The first that holds of the states' order; a council with nothing to report of its meetings
    has had none."""
    silent, came, owed = (known[name].to_numpy() > 0 for name in ("silent", "came", "owed"))
    choices = [
        ((sums["held"] > 0) & (sums["attended"] > 0), State.SHARE),
        (sums["held"] > 0, State.ZERO),
        ((sums["no_meeting"] > 0) | silent, State.NO_MEETING),
        (sums["missing"] > 0, State.MISSING),
        (sums["not_applicable"] > 0, State.NOT_APPLICABLE),
        (came, State.NOT_LISTED),
        (owed, State.NOT_REPORTED),
    ]
    tried, states = zip(*choices, strict=True)
    return np.select([np.asarray(one, bool) for one in tried], states, State.NO_COUNCIL)
