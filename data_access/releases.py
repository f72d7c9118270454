"""What readers see of counts: releases, and the protected cells that figures are summed from."""

import json
from datetime import datetime
from typing import NamedTuple

import pandas as pd
from sqlalchemy import Connection, select

from data_access.cache import cached, keep
from data_access.connect import reading
from data_access.places import read_pieces_on_each
from data_access.release_cells import Wanted, read_told, to_protected
from data_access.release_scope import Divisions, with_missing
from data_access.release_sums import read_sums, to_figures, to_reporting
from data_access.schema_release import RELEASE
from data_access.viewer import Viewer
from indicators.periods import Quarter
from indicators.protection.method import Method


class Release(NamedTuple):
    """A release: its number, when it was made (UTC), how its counts are protected, the base that
    small ones are rounded to or hidden below, how many figures it holds, what protection costs
    (level, sums, and mean and largest deviation, None where too few to be told, or how many are
    hidden) and what is said of it."""

    number: int
    made_at: datetime
    method: Method
    base: int
    cells: int
    quality: tuple[dict[str, float | str | None], ...]
    note: str
    is_example: bool


class Cells(NamedTuple):
    """An entry's protected cells in a release, with a cell for each that an LPO has not sent; the
    division of each quarter; the base of the rounding. Of exact figures the cells say only who has
    reported, there is no base, and `sums` are the planned ones (`release_sums.to_figures`)."""

    cells: pd.DataFrame
    divisions: Divisions
    base: int | None
    sums: pd.DataFrame | None


@cached
def fetch_releases(*, viewer: Viewer) -> tuple[Release, ...]:  # noqa: ARG001 - they hold no figure
    """Every release, the newest first. Raises DatabaseUnavailable."""
    with reading() as connection:
        rows = connection.execute(select(RELEASE).order_by(RELEASE.c.id.desc())).all()
    return tuple(
        Release(
            row.id,
            row.recorded_at,
            Method(row.method),
            row.base,
            row.cells,
            tuple(json.loads(row.quality)),
            row.note,
            row.is_example,
        )
        for row in rows
    )


def keep_cells(release: int, listing: str, entry: str, *, viewer: Viewer) -> Cells:
    """The protected cells of an entry, of all areas: not scoped yet, and not to be written to."""
    return _keep(release, {"listing": listing, "code": entry}, viewer)


def keep_listed(release: int, listing: str, periods: tuple[str, ...], *, viewer: Viewer) -> Cells:
    """Those of every entry of a list at once, of some quarters: what holds for `keep_cells`."""
    return _keep(release, {"listing": listing, "period": periods}, viewer)


def _keep(release: int, of: Wanted, viewer: Viewer) -> Cells:
    def read() -> Cells:
        with reading() as connection:
            told, base, sums = _read(connection, release, of)
            quarters = sorted(told["period"].unique())
            days = [Quarter.parse(one).last for one in quarters]
            divisions = dict(zip(quarters, read_pieces_on_each(connection, days), strict=True))
        whole = told if told.empty else to_protected(with_missing(told, divisions))
        return Cells(whole, divisions, base, sums)

    return keep("released cells", (release, *of.items()), read, viewer=viewer)


def _read(
    connection: Connection, release: int, of: Wanted
) -> tuple[pd.DataFrame, int | None, pd.DataFrame | None]:
    """Cells, base and sums of `Cells`, as they are stored."""
    asked = select(RELEASE.c.method, RELEASE.c.base).where(RELEASE.c.id == release)
    method, base = connection.execute(asked).one_or_none() or (Method.ROUNDING, None)
    if method != Method.HIDING:
        return read_told(connection, release, **of), base, None
    sums = read_sums(connection, release, **of)
    return to_reporting(sums), None, to_figures(sums)
