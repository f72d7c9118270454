"""Before a release is published: what can be worked out from it and the one before it."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
from sqlalchemy import Row

from data_access.connect import reading
from data_access.release_cells import read_told, to_protected
from data_access.release_sums import read_sums, to_figures
from indicators.protection import attack
from indicators.protection.attack_knowledge import Release
from indicators.protection.margins import to_margin
from indicators.protection.names import IDENTITY, LEVELS

# Every figure is a sum of the release's cells; these are read against them once more
_SPLITS: tuple[tuple[str, ...], ...] = ((), ("quarter",))


def check_safe(
    raw: pd.DataFrame,
    protected: pd.DataFrame,
    memory: pd.DataFrame,
    before: pd.DataFrame | None,
    base: int,
) -> None:
    """Raises UnsafeRelease when a cell of one indicator can be narrowed further than the base
    allows, from its release and the one `before` it. `raw` and `protected` in the same order;
    `memory` as `read_memory`, of the release before alone."""
    tables = [to_margin(protected, level, split, base) for level in LEVELS for split in _SPLITS]
    if before is None or before.empty:
        attack.check([Release(protected, tables)], base)
        return
    same = raw[[*IDENTITY, "count"]].merge(memory[[*IDENTITY, "count"]], how="left", indicator=True)
    unchanged = pd.Series((same["_merge"] == "both").to_numpy(), index=protected.index)
    attack.check([Release(before), Release(protected, tables, unchanged=unchanged)], base)


def read_sums_before(releases: Sequence[Row[Any]]) -> pd.DataFrame:
    """The sums of the newest release, of exact figures (`to_figures`); none when there is none."""
    with reading() as connection:
        return to_figures(read_sums(connection, releases[0].id if releases else 0))


def read_before(releases: Sequence[Row[Any]]) -> pd.DataFrame:
    """The protected cells of the newest release; none when there is none."""
    if not releases:
        return pd.DataFrame(columns=["indicator"])
    with reading() as connection:
        return to_protected(read_told(connection, releases[0].id))
