"""The areas of the country on a day."""

from datetime import date

import pandas as pd

from data_access.area import Area, AreaRow, find_area, keep_pieces, read_areas
from data_access.cache import cached
from data_access.connect import reading
from data_access.frames import swedish, to_frame
from data_access.places import Piece, group, read_pieces, read_pieces_on_each, to_known
from data_access.viewer import Viewer
from geodata.division import LEVELS, UnknownArea, to_level

__all__ = [
    "Area",
    "UnknownArea",
    "fetch_area",
    "fetch_areas",
    "fetch_areas_on_each",
    "fetch_visible",
]

COLUMNS = {
    "code": "str",
    "level": "str",
    "name": "str",
    "parent": "object",
    "polisregion": "object",
    "polisomrade": "object",
    "lan": "str",
}


@cached
def fetch_areas(on: date, level: str | None = None, *, viewer: Viewer) -> pd.DataFrame:
    """The areas on the day, of one level or all, by name: code, level, name, parent (None =
    riket), polisregion and polisomrade (None when the area lies in several), lan (codes of every
    län it touches, separated by a space). Raises geodata's UnknownLevel, DatabaseUnavailable."""
    levels = LEVELS if level is None else (to_level(level),)
    with reading() as connection:
        areas, pieces = read_areas(connection), read_pieces(connection, on)
    return to_frame(_to_rows(areas, pieces, levels, viewer), COLUMNS)


@cached
def fetch_areas_on_each(level: str, days: tuple[date, ...], *, viewer: Viewer) -> pd.DataFrame:
    """`fetch_areas` of the level on each of the days, with the day beside; by two questions.
    Raises geodata's UnknownLevel, DatabaseUnavailable."""
    ordered, levels = sorted(set(days)), (to_level(level),)
    with reading() as connection:
        areas, pieces = read_areas(connection), read_pieces_on_each(connection, ordered)
    rows = [
        (*row, day)
        for own, day in zip(pieces, ordered, strict=True)
        for row in _to_rows(areas, own, levels, viewer)
    ]
    return to_frame(rows, {**COLUMNS, "day": "object"})


@cached
def fetch_visible(on: date, *, viewer: Viewer) -> frozenset[str]:
    """Codes of the areas that the viewer sees on the day. Raises DatabaseUnavailable."""
    with reading() as connection:
        return to_known(keep_pieces(connection, on, viewer), viewer)


@cached
def fetch_area(code: str, on: date, *, viewer: Viewer) -> Area:
    """One area in full. Raises UnknownArea (with `other_day`), DatabaseUnavailable."""
    visible = fetch_visible(on, viewer=viewer)
    with reading() as connection:
        return find_area(connection, code, on, visible, viewer)


def _to_rows(
    areas: dict[str, AreaRow], pieces: list[Piece], levels: tuple[str, ...], viewer: Viewer
) -> list[tuple[str | None, ...]]:
    visible = to_known(pieces, viewer)
    rows = []
    for one in levels:
        inside = group(pieces, one)
        found = [areas[code] for code in visible & inside.keys()]
        found.sort(key=lambda row: (swedish(row.name), row.code))
        rows += [_to_row(row, inside[row.code]) for row in found]
    return rows


def _to_row(row: AreaRow, inside: list[Piece]) -> tuple[str | None, ...]:
    lan = " ".join(sorted({piece.lan for piece in inside}))
    region = _only({piece.polisregion for piece in inside})
    area = _only({piece.polisomrade for piece in inside})
    return row.code, row.level, row.name, row.parent, region, area, lan


def _only(codes: set[str]) -> str | None:
    return codes.pop() if len(codes) == 1 else None
