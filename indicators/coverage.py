"""How much is covered by an established council, counted on pieces (kommun × LPO).

A frame of pieces has kommun, lpo, polisomrade, polisregion, lan, young, covered, prioritised.
`by` is one of those levels, 'riket', or 'day' where the pieces of several days have one. Every
answer has one row a group: code, share (0–1, NA when there is nothing to count over), covered,
counted_over and, of areas, partly.
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
    return _share_of_areas(_grouped(pieces, by), "kommun")


def share_of_areas_covered(pieces: pd.DataFrame, by: str = "riket") -> pd.DataFrame:
    """Share of all LPO covered, prioritised or not: code, share, covered, counted_over, partly."""
    return _share_of_areas(_grouped(pieces, by), "lpo")


def share_of_prioritised_covered(pieces: pd.DataFrame, by: str = "riket") -> pd.DataFrame:
    """Share of prioritised LPO covered: code, share, covered, counted_over, partly.

    An LPO counts when any of its pieces is prioritised, and is covered when all those pieces are.
    Pieces not assessed count as not prioritised; a group with none prioritised has share NA.
    """
    grouped = _grouped(pieces, by)
    return _with_all_groups(_share_of_areas(only_prioritised(grouped), "lpo"), grouped)


def share_of_young_covered(pieces: pd.DataFrame, by: str = "riket") -> pd.DataFrame:
    """Share of people aged 12–20 who live under an established council: code, share, covered,
    counted_over (persons)."""
    grouped = _grouped(pieces, by)
    young = grouped["young"].astype(float)
    frame = pd.DataFrame(
        {
            "code": grouped["code"],
            "covered": young.where(grouped["covered"].astype(bool), 0.0),
            "counted_over": young,
        }
    )
    return _with_share(frame.groupby("code", as_index=False).sum())


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
    return pieces[[value is True or value == 1 for value in pieces["prioritised"]]]


def within(pieces: pd.DataFrame, region: str | None, lan: str | None) -> pd.DataFrame:
    """The pieces that lie in a polisregion and a län, where they are chosen. Of an area that
    crosses the border only the part within is there."""
    pieces = pieces[pieces["polisregion"] == region] if region else pieces
    return pieces[pieces["lan"] == lan] if lan else pieces


def count_all(pieces: pd.DataFrame, by: str = "riket") -> pd.DataFrame:
    """All of `SHARES`: measure (their key), code, share, covered, counted_over, partly (0 of
    young), measure by measure."""
    found = [
        share(pieces, by).assign(measure=measure).reindex(columns=["measure", *_SHOWN])
        for measure, share in SHARES.items()
    ]
    counts = [frame.astype(_NUMBERS).fillna({"partly": 0}) for frame in found]
    return pd.concat(counts, ignore_index=True).astype({"partly": "int64"})


def count_whole(pieces: pd.DataFrame) -> dict[str, Count]:
    """Each of `SHARES` counted over all of the pieces; (0, 0) when there are none."""
    found = count_all(pieces)
    rows = zip(found["measure"], *(found[name] for name in _COUNTED), strict=True)
    counts = {measure: Count(*map(int, numbers)) for measure, *numbers in rows}
    return {measure: counts.get(measure, Count(0, 0)) for measure in SHARES}


def _grouped(pieces: pd.DataFrame, by: str) -> pd.DataFrame:
    if by not in GROUPS:
        raise BadGroup(by)
    return pieces.assign(code="se" if by == "riket" else pieces[by])


def _share_of_areas(pieces: pd.DataFrame, area: str) -> pd.DataFrame:
    if pieces.empty:
        return _with_share(pd.DataFrame({name: [] for name in (*_COUNTS, "partly")}))
    per_area = pieces.assign(covered=pieces["covered"].astype(bool)).groupby(["code", area])
    covered = per_area["covered"].agg(["all", "any"]).reset_index()
    covered["partly"] = covered["any"] & ~covered["all"]
    counts = covered.groupby("code", as_index=False).agg(
        covered=("all", "sum"), counted_over=("all", "size"), partly=("partly", "sum")
    )
    return _with_share(counts)


_COUNTS = ("code", "covered", "counted_over")
_COUNTED = ("covered", "counted_over", "partly")
_SHOWN = ("code", "share", *_COUNTED)
_NUMBERS = {"share": "Float64", "covered": "int64", "counted_over": "int64", "partly": "Float64"}


def _with_all_groups(counts: pd.DataFrame, grouped: pd.DataFrame) -> pd.DataFrame:
    """The counts with a row of zeros for each group that has none."""
    codes = sorted(set(grouped["code"]))
    numbers = counts.set_index("code")[["covered", "counted_over", "partly"]]
    filled = numbers.reindex(pd.Index(codes, name="code")).fillna(0).astype(int)
    return _with_share(filled.reset_index())


def _with_share(counts: pd.DataFrame) -> pd.DataFrame:
    over = counts["counted_over"].astype("Float64")
    share = counts["covered"].astype("Float64") / over.mask(over == 0)
    return counts.assign(share=share)[["code", "share", *counts.columns.drop("code")]]
