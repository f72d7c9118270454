"""Obstacles as they are reported: counted by category, level, area and quarter.

An obstacle that is reported in several quarters is counted in each. A quarter or an area in which
nobody has reported has no count; one that has said there is nothing has zero.
"""

from collections.abc import Sequence

import pandas as pd


def to_counts(rows: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """`by` and count: how many rows there are of each."""
    return rows.groupby(list(by), sort=True, observed=True).size().reset_index(name="count")


def to_cells(
    rows: pd.DataFrame, reported: Sequence[str], categories: Sequence[str], regions: Sequence[str]
) -> pd.DataFrame:
    """A row a category and region: count (Int64), of all in the region; without any, 0 where the
    region itself is among those that have `reported`, NA where it is not. `rows` have category and
    region."""
    counts = to_counts(rows, ("kategori", "region")).set_index(["kategori", "region"])["count"]
    cells = [(category, region) for category in categories for region in regions]
    found = [counts.get(cell, 0 if cell[1] in reported else None) for cell in cells]
    frame = pd.DataFrame(cells, columns=["kategori", "region"])
    return frame.assign(count=pd.array(found, dtype="Int64"))


def to_quarters(rows: pd.DataFrame, reported: Sequence[str], levels: Sequence[str]) -> pd.DataFrame:
    """A row a quarter in which somebody has `reported` and level: period, niva, count."""
    counts = to_counts(rows, ("period", "niva")).set_index(["period", "niva"])["count"]
    cells = [(period, level) for period in sorted(set(reported)) for level in levels]
    frame = pd.DataFrame(cells, columns=["period", "niva"])
    return frame.assign(count=[int(counts.get(cell, 0)) for cell in cells])
