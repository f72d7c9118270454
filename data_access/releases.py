"""What readers see of counts: releases, and figures summed from their protected cells."""

import json
from datetime import datetime
from typing import NamedTuple

import pandas as pd
from sqlalchemy import select

from data_access.area import keep_pieces
from data_access.cache import cached
from data_access.connect import reading
from data_access.release_cells import read_told, to_protected
from data_access.release_scope import to_seen, with_missing, without_crossed
from data_access.schema_release import RELEASE
from data_access.viewer import Viewer
from indicators.periods import Quarter
from indicators.protection.margins import COLUMNS, to_margin
from indicators.protection.names import SPLITS


class Release(NamedTuple):
    """A release: its number, when it was made (UTC), by whom (a pseudonym), to which base small
    counts are rounded, its innermost cells, what rounding costs (level, sums, mean and largest
    deviation, None where too few to be told) and what is said of it."""

    number: int
    made_at: datetime
    made_by: str
    base: int
    cells: int
    quality: tuple[dict[str, float | str | None], ...]
    note: str
    is_example: bool


@cached
def fetch_releases(*, viewer: Viewer) -> tuple[Release, ...]:  # noqa: ARG001 - they hold no figure
    """Every release, the newest first. Raises DatabaseUnavailable."""
    with reading() as connection:
        rows = connection.execute(select(RELEASE).order_by(RELEASE.c.id.desc())).all()
    return tuple(
        Release(
            row.id,
            row.recorded_at,
            row.recorded_by,
            row.base,
            row.cells,
            tuple(json.loads(row.quality)),
            row.note,
            row.is_example,
        )
        for row in rows
    )


@cached
def fetch_figures(
    listing: str,
    entry: str,
    level: str,
    split: tuple[str, ...] = SPLITS,
    *,
    release: int,
    viewer: Viewer,
) -> pd.DataFrame:
    """Figures of an entry of the register, for the areas that the viewer sees whole, as
    `to_margin` gives them; none of what there isn't. Raises UnknownMargin, DatabaseUnavailable.

    An LPO that sent nothing is a missing part of every sum it belongs to. A sum over a län that
    shares an LPO with another is 'ej-tillampligt': police areas cross it.
    """
    with reading() as connection:
        cells = read_told(connection, release, listing=listing, code=entry)
        base = connection.scalar(select(RELEASE.c.base).where(RELEASE.c.id == release)) or 0
        quarters = sorted(cells["period"].unique())
        divisions = {
            one: keep_pieces(connection, Quarter.parse(one).last, viewer) for one in quarters
        }
    if cells.empty:
        return pd.DataFrame(columns=list(COLUMNS))
    protected = to_protected(with_missing(cells, divisions))
    figures = without_crossed(to_margin(protected, level, split, base), divisions)
    return to_seen(figures, divisions, viewer)
