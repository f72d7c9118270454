"""How much is covered by an established council, counted on pieces (kommun × LPO).

A frame of pieces has kommun, lpo, polisomrade, polisregion, lan, young, covered, prioritised; one
of several days has their day as well. `by` is one of those levels, 'riket', or 'day'. Every answer
has one row a group: code, share (0–1, NA when there is nothing to count over), covered,
counted_over and, of areas, partly. Of several days each has its own rows, with its day first,
unless counted by 'day'.
"""

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

GROUPS = ("riket", "polisregion", "polisomrade", "lpo", "lan", "kommun", "day")


class BadGroup(LookupError):
    """Pieces can't be grouped by that."""

    def __init__(self, by: str):
        super().__init__(f"can't count by {by!r}; choose one of {', '.join(GROUPS)}")


def share_of_kommuner_covered(pieces: pd.DataFrame, by: str = "riket") -> pd.DataFrame:
    """Share of kommuner covered: code, share, covered, counted_over, partly (counts of kommuner).

    A kommun counts when all its pieces within the group are covered; `partly` counts those with
    only some. A split kommun is counted in each group that holds a part of it.
    """
    return _share_of_areas(pieces, by, "kommun")


def share_of_areas_covered(pieces: pd.DataFrame, by: str = "riket") -> pd.DataFrame:
    """Share of all LPO covered, prioritised or not: code, share, covered, counted_over, partly."""
    return _share_of_areas(pieces, by, "lpo")


def share_of_prioritised_covered(pieces: pd.DataFrame, by: str = "riket") -> pd.DataFrame:
    """Share of prioritised LPO covered: code, share, covered, counted_over, partly.

    An LPO counts when any of its pieces is prioritised, and is covered when all those pieces are.
    Pieces not assessed count as not prioritised; a group with none prioritised has share NA.
    """
    return _share_of_areas(pieces, by, "lpo", _is_prioritised(pieces))


def share_of_young_covered(pieces: pd.DataFrame, by: str = "riket") -> pd.DataFrame:
    """Share of people aged 12–20 who live under an established council: code, share, covered,
    counted_over (persons)."""
    young = pieces["young"].astype(float)
    covered = young.where(pieces["covered"].astype(bool), 0.0)
    return _to_shares(_to_groups(pieces, by), covered=covered, counted_over=young)


SHARES: dict[str, Callable[..., pd.DataFrame]] = {
    "prioriterade": share_of_prioritised_covered,
    "omraden": share_of_areas_covered,
    "kommuner": share_of_kommuner_covered,
    "unga": share_of_young_covered,
}


class Count(NamedTuple):
    """How many are covered, of how many, and of areas how many are covered in part."""

    covered: int
    counted_over: int
    partly: int = 0

    @property
    def share(self) -> float:
        """0–1; NaN when there is nothing to count over."""
        return self.covered / self.counted_over if self.counted_over else float("nan")


def only_prioritised(pieces: pd.DataFrame) -> pd.DataFrame:
    """The pieces that are assessed as prioritised."""
    return pieces[_is_prioritised(pieces)]


def within(pieces: pd.DataFrame, region: str | None, lan: str | None) -> pd.DataFrame:
    """The pieces that lie in a polisregion and a län, where they are chosen. Of an area that
    crosses the border only the part within is there."""
    pieces = pieces[pieces["polisregion"] == region] if region else pieces
    return pieces[pieces["lan"] == lan] if lan else pieces


def count_all(pieces: pd.DataFrame, by: str = "riket") -> pd.DataFrame:
    """All of `SHARES`: measure (their key), code, share, covered, counted_over, partly (0 of
    young), measure by measure."""
    counts = pd.concat([share(pieces, by) for share in SHARES.values()], keys=SHARES)
    counts = counts.reset_index(level=0, names="measure").reset_index(drop=True)
    return counts.fillna({"partly": 0}).astype(_NUMBERS)


def count_whole(pieces: pd.DataFrame) -> dict[str, Count]:
    """Each of `SHARES` counted over all of the pieces; (0, 0) when there are none."""
    found = count_all(pieces)
    rows = zip(found["measure"], *(found[name] for name in _NUMBERS), strict=True)
    counts = {measure: Count(*map(int, numbers)) for measure, *numbers in rows}
    return {measure: counts.get(measure, Count(0, 0)) for measure in SHARES}


_NUMBERS = {"covered": "int64", "counted_over": "int64", "partly": "int64"}


def _is_prioritised(pieces: pd.DataFrame) -> pd.Series:
    told = [value is True or value == 1 for value in pieces["prioritised"]]
    return pd.Series(told, index=pieces.index, dtype=bool)


def _to_groups(pieces: pd.DataFrame, by: str) -> pd.DataFrame:
    """The group of each piece: code, and before it the day where there are several."""
    if by not in GROUPS:
        raise BadGroup(by)
    code = pd.DataFrame({"code": "se" if by == "riket" else pieces[by]}, index=pieces.index)
    return code if by == "day" or "day" not in pieces else pieces[["day"]].join(code)


def _share_of_areas(
    pieces: pd.DataFrame, by: str, area: str, counted: pd.Series | None = None
) -> pd.DataFrame:
    """Areas of the kind `area` that have pieces which are `counted`, all when it is None."""
    groups = _to_groups(pieces, by)
    covered = pieces["covered"].astype(bool)
    is_in = pd.Series(True, index=pieces.index) if counted is None else counted
    told = {"is_in": is_in, "some": covered & is_in, "bare": ~covered & is_in}
    keys = [*groups.columns, "area"]
    each = groups.assign(area=pieces[area], **told).groupby(keys, as_index=False).any()
    whole, partly = each["is_in"] & ~each["bare"], each["some"] & each["bare"]
    of = each[list(groups.columns)]
    return _to_shares(of, covered=whole, counted_over=each["is_in"], partly=partly)


def _to_shares(groups: pd.DataFrame, **counts: pd.Series) -> pd.DataFrame:
    """The counts summed group by group, with the share before them."""
    keys = list(groups.columns)
    summed = groups.assign(**counts).groupby(keys, as_index=False).sum()
    over = summed["counted_over"].astype("Float64")
    share = summed["covered"].astype("Float64") / over.mask(over == 0)
    summed.insert(len(keys), "share", share)
    return summed
