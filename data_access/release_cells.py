"""Approved counts as the protection takes them: placed in the division of their quarter."""

from collections.abc import Mapping
from functools import lru_cache

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Table, select

from data_access.schema_release import RELEASED_COUNT
from geodata.division import to_pieces
from indicators.periods import Quarter
from indicators.protection.cells import to_cells

KEYS = ("listing", "code", "area", "period", "sex", "age")
CELL = (*KEYS, "count", "gap", "preliminary")
SEPARATOR = ":"  # of list and code, in the protection's name of an indicator
Wanted = Mapping[str, str | tuple[str, ...]]  # column → what it is, or any of those
_TO_PROTECTION = {"area": "part", "period": "quarter", "age": "age_group", "gap": "reason"}


def to_placed(counted: pd.DataFrame) -> pd.DataFrame:
    """Cells (listing, code, area, period, sex, age, count, gap, preliminary) as
    `indicators.protection` has them, checked and in order.

    A lokalpolisområde is the innermost piece, since it is what reports. One that lies in several
    län (or kommuner) is in none of them here: its count can't be shared out. Raises CellError.
    """
    names = counted["listing"] + SEPARATOR + counted["code"]
    given = counted.rename(columns=_TO_PROTECTION).assign(indicator=names)
    places = [_to_places(period) for period in sorted(counted["period"].unique())]
    known = pd.concat(places) if places else _to_places(None)
    return to_cells(given.merge(known, on=["part", "quarter"], how="left"))


def read_told(connection: Connection, release: int, **of: str | tuple[str, ...]) -> pd.DataFrame:
    """The protected cells of a release (`of`: a listing, codes, quarters) as stored, count as
    Int64."""
    table = RELEASED_COUNT.c
    asked = select(*(table[name] for name in CELL)).where(*to_wanted(RELEASED_COUNT, release, of))
    rows = connection.execute(asked)
    told = pd.DataFrame([tuple(row) for row in rows], columns=list(CELL))
    return told.astype({"count": "Int64"})


def to_wanted(table: Table, release: int, of: Wanted) -> list[ColumnElement[bool]]:
    """The conditions of what is asked for of a release's table."""
    several = {name: value if isinstance(value, tuple) else (value,) for name, value in of.items()}
    return [table.c.release == release, *(table.c[name].in_(few) for name, few in several.items())]


def to_protected(told: pd.DataFrame) -> pd.DataFrame:
    """Stored cells as `to_placed` gives cells, with `value` in place of count."""
    return to_placed(told).rename(columns={"count": "value"})


def to_stored(protected: pd.DataFrame, release: int) -> pd.DataFrame:
    """Protected cells as rows of `released_count`."""
    names = protected["indicator"].str.split(SEPARATOR, n=1, expand=True)
    reason = protected["reason"]
    return pd.DataFrame(
        {
            "release": release,
            "listing": names[0] if len(protected) else [],
            "code": names[1] if len(protected) else [],
            "area": protected["part"],
            "period": protected["quarter"],
            "sex": protected["sex"],
            "age": protected["age_group"],
            "count": protected["value"].astype("Int64"),
            "gap": reason.where(protected["value"].isna()),
            "preliminary": reason == "preliminart",
        }
    )


@lru_cache(maxsize=256)
def _to_places(period: str | None) -> pd.DataFrame:
    """part, quarter, lpo, polisomrade, polisregion, kommun, lan of every LPO in the quarter."""
    columns = ["part", "quarter", "lpo", "polisomrade", "polisregion", "kommun", "lan"]
    if period is None:
        return pd.DataFrame(columns=columns, dtype="str")
    pieces = to_pieces(Quarter.parse(period).last)
    whole = pieces["share"] >= 1
    found = pieces.assign(kommun=pieces["kommun"].where(whole)).groupby("lpo", as_index=False)
    places = found.agg(
        polisomrade=("polisomrade", "first"),
        polisregion=("polisregion", "first"),
        kommun=("kommun", _only),
        lan=("lan", _only),
    )
    return places.assign(part=places["lpo"], quarter=period)[columns]


def _only(codes: "pd.Series[str]") -> str | None:
    """The code when all are the same one."""
    found = set(codes)
    return found.pop() if len(found) == 1 else None
