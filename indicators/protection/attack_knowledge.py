"""What is known from releases together, before anything is worked out from it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from indicators.floats import Floats
from indicators.protection.names import IDENTITY
from indicators.protection.published_sums import Sums, stack, to_sums

COLUMNS = ("finding", *IDENTITY, "low", "high")


class Finding(StrEnum):
    """What an audit can find."""

    NARROWED = "narrowed"  # a cell can be fewer values than the base leaves it
    SHOWN_SMALL = "shown-small"  # a small count that was not rounded
    NOT_ITS_SUM = "not-its-sum"  # a figure of the release that is not the sum of its cells
    TWO_ROUNDINGS = "two-roundings"  # an unchanged cell that is told in two ways
    CONTRADICTION = "contradiction"  # no true counts at all fit what is published


@dataclass(frozen=True)
class Release:
    """What one release publishes, and what else is known of its time.

    `cells` are the protected cells, `tables` the release's own (margins of them), `elsewhere`
    true figures that others publish, in the same columns. `unchanged` says of each cell whether
    its raw count is that of the release before (None: no cell is).
    """

    cells: pd.DataFrame
    tables: Sequence[pd.DataFrame] = ()
    elsewhere: Sequence[pd.DataFrame] = ()
    unchanged: "pd.Series[bool] | None" = None


@dataclass(frozen=True)
class Known:
    """Of each true count: `names`, what the rule leaves it (`low`, `high`) and what all releases
    leave it by themselves (`at_least`, `at_most`); true `sums` of them; what is wrong already."""

    names: pd.DataFrame
    low: Floats
    high: Floats
    at_least: Floats
    at_most: Floats
    sums: Sums
    findings: Sequence[pd.DataFrame]


def to_known(releases: Sequence[Release], base: int) -> Known:
    """All that is told in the releases, the oldest first: a cell that is unchanged is one count."""
    gathered = _Gathered(base)
    for release in releases:
        gathered.add(release)
    return gathered.to_known()


@dataclass
class _Gathered:
    base: int
    names: list[pd.DataFrame] = field(default_factory=list)
    low: Floats = field(default_factory=lambda: np.zeros(0))
    high: Floats = field(default_factory=lambda: np.zeros(0))
    at_least: Floats = field(default_factory=lambda: np.zeros(0))
    at_most: Floats = field(default_factory=lambda: np.zeros(0))
    sums: list[tuple[Sums, NDArray[np.int64]]] = field(default_factory=list)
    findings: list[pd.DataFrame] = field(default_factory=list)
    before: pd.DataFrame | None = None  # identity, number and value of the release before

    def add(self, release: Release) -> None:
        """Number the release's cells, and note what it tells of them."""
        cells = release.cells[release.cells["value"].notna()].reset_index(drop=True)
        numbers = self._number(cells, release)
        for table in release.tables:
            sums = to_sums(table, cells)
            differs = sums.values != sums.members @ cells["value"].to_numpy(dtype=float)
            self._find(Finding.NOT_ITS_SUM, _as_cells(table[table["value"].notna()][differs]))
            self.sums.append((Sums(sums.members[differs], sums.values[differs]), numbers))
        self.sums.extend((to_sums(table, cells), numbers) for table in release.elsewhere)
        self.before = cells[[*IDENTITY, "value"]].assign(number=numbers)

    def _number(self, cells: pd.DataFrame, release: Release) -> NDArray[np.int64]:
        value = cells["value"].to_numpy(dtype=float)
        low, high = to_rule(value, self.base)
        self._find(Finding.SHOWN_SMALL, cells[(low == high) & (low < self.base)])
        old, earlier = self._same(cells, release)
        new = np.isnan(old)
        numbers = np.where(new, len(self.low) + np.cumsum(new) - 1, old).astype(np.int64)
        self.names.append(cells.loc[new, list(IDENTITY)])
        for name, values in (("low", low), ("high", high), ("at_least", low), ("at_most", high)):
            setattr(self, name, np.append(getattr(self, name), values[new]))
        self._find(Finding.TWO_ROUNDINGS, cells[~new & (value != earlier)])
        same = numbers[~new]
        self.at_least[same] = np.maximum(self.at_least[same], low[~new])
        self.at_most[same] = np.minimum(self.at_most[same], high[~new])
        return numbers

    def _same(self, cells: pd.DataFrame, release: Release) -> tuple[Floats, Floats]:
        """The number and value each cell has since before, NaN where it is new or changed."""
        if self.before is None or release.unchanged is None:
            return np.full(len(cells), np.nan), np.full(len(cells), np.nan)
        shown = release.cells["value"].notna().to_numpy()
        unchanged = release.unchanged.to_numpy(dtype=bool)[shown]
        joined = cells[list(IDENTITY)].merge(self.before, on=list(IDENTITY), how="left")
        both = joined[["number", "value"]].astype("Float64")
        told = both.to_numpy(dtype=np.float64, na_value=np.nan)
        told[~unchanged] = np.nan
        return told[:, 0], told[:, 1]

    def _find(self, finding: Finding, rows: pd.DataFrame) -> None:
        if len(rows):
            found = rows.assign(finding=str(finding), low=np.nan, high=np.nan)
            self.findings.append(found[list(COLUMNS)])

    def to_known(self) -> Known:
        """All of it in one."""
        count = len(self.low)
        names = pd.concat(self.names, ignore_index=True) if self.names else pd.DataFrame()
        return Known(
            names, self.low, self.high, self.at_least, self.at_most,
            stack(self.sums, count), self.findings,
        )  # fmt: skip


def to_rule(values: Floats, base: int) -> tuple[Floats, Floats]:
    """The least and greatest true count that the rule leaves a published value."""
    return (
        np.where(values == 0, 0.0, np.where(values == base, 1.0, values)),
        np.where(values == 0, base - 1.0, values),
    )


def _as_cells(figures: pd.DataFrame) -> pd.DataFrame:
    """Figures of areas named as cells are, so that both can stand in one list."""
    return figures.assign(part=figures["level"] + " " + figures["code"].astype(str))
