"""Rows that come with the product: its facts, and example data for a database without councils."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Table, delete, insert, select, update

from data_access.example import build, to_public
from data_access.public import load_milestones
from data_access.register_rows import add_new, load_entries
from data_access.schema import (
    AREA,
    AREA_ASSESSMENT,
    AREA_MEMBERSHIP,
    COUNCIL,
    COUNCIL_AREA,
    COUNCIL_EVENT,
    FACT_SET,
    MILESTONE,
    POPULATION,
)
from geodata import division, population
from geodata.sources import POPULATION_DAY, POPULATION_SOURCE, YOUNG_SOURCE

Row = dict[str, Any]


def sync_facts(connection: Connection, digest: str) -> None:
    """Make areas, membership, population and milestones those of the code."""
    _sync_areas(connection)
    _replace(connection, AREA_MEMBERSHIP, to_membership_rows())
    _replace(connection, POPULATION, to_population_rows())
    _replace(connection, MILESTONE, load_milestones())
    _replace(connection, FACT_SET, [{"name": "facts", "digest": digest}])


def add_register(connection: Connection) -> None:
    """The register's entries as the code has them; edited ones stay as they are."""
    add_new(connection, load_entries())


def insert_councils(connection: Connection, *, example: bool) -> None:
    """The public councils as they are known; with `example`, invented data for the rest."""
    data = to_public()
    if example:
        data = build(division.load_areas(), division.load_membership())
    connection.execute(insert(COUNCIL), data.councils)
    found = connection.execute(select(COUNCIL.c.code, COUNCIL.c.id))
    ids: dict[str, int] = {row.code: row.id for row in found}
    connection.execute(insert(COUNCIL_AREA), _with_ids(data.covers, ids))
    _insert_with_corrections(connection, COUNCIL_EVENT, _with_ids(data.events, ids))
    if data.assessments:
        _insert_with_corrections(connection, AREA_ASSESSMENT, data.assessments)


def to_membership_rows() -> list[Row]:
    """Membership with each piece's share of its kommun's population."""
    membership = division.load_membership()
    shares: dict[tuple[str, str, date], float] = {}
    for start in sorted(set(membership["valid_from"])):
        for piece in division.to_pieces(start).itertuples():
            shares[str(piece.kommun), str(piece.lpo), start] = float(str(piece.share))
    rows = _rows(membership)
    for row in rows:
        row["share"] = shares[row["kommun"], row["lpo"], row["valid_from"]]
    return rows


def to_population_rows() -> list[Row]:
    """Population of each kommun, with day and source."""
    rows = _rows(population.load_population().rename(columns={"kommun": "area"}))
    for row in rows:
        official = row["status"] == population.OFFICIAL
        row["as_of"] = POPULATION_DAY
        row["source"] = POPULATION_SOURCE if official else YOUNG_SOURCE
    return rows


def _sync_areas(connection: Connection) -> None:
    wanted = {row["code"]: {**row, "parent": row["parent"] or None} for row in _to_area_rows()}
    found = {row.code: dict(row._mapping) for row in connection.execute(select(AREA))}
    new = [row for code, row in wanted.items() if code not in found]  # parents come first
    if new:
        connection.execute(insert(AREA), new)
    for code in wanted.keys() & found.keys():
        if wanted[code] != found[code]:
            connection.execute(update(AREA).where(AREA.c.code == code).values(wanted[code]))


def _to_area_rows() -> list[Row]:
    areas = division.load_areas()
    depth = {level: number for number, level in enumerate(division.LEVELS)}
    return sorted(_rows(areas), key=lambda row: depth[row["level"]])


def _rows(frame: pd.DataFrame) -> list[Row]:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def _replace(connection: Connection, table: Table, rows: list[Row]) -> None:
    connection.execute(delete(table))
    connection.execute(insert(table), rows)


def _with_ids(rows: Iterable[Mapping[str, Any]], ids: dict[str, int]) -> list[Row]:
    return [
        {key: value for key, value in row.items() if key != "council"}
        | {"council_id": ids[row["council"]]}
        for row in rows
    ]


def _insert_with_corrections(
    connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]
) -> None:
    """Insert rows; one with `corrects` supersedes the row of that `key`, given before it."""
    plain = [row for row in rows if not (row.get("key") or row.get("corrects"))]
    connection.execute(insert(table), [_without_marks(row) for row in plain])
    ids: dict[str, int] = {}
    for row in rows:
        key, corrects = row.get("key"), row.get("corrects")
        if not key and not corrects:
            continue
        values = _without_marks(row) | {"supersedes": ids[corrects] if corrects else None}
        done = connection.execute(insert(table).values(values)).inserted_primary_key
        assert done is not None
        if key:
            ids[key] = done[0]


def _without_marks(row: Mapping[str, Any]) -> Row:
    return {key: value for key, value in row.items() if key not in ("key", "corrects")}
