"""The planned sums of a release of exact figures: as they are stored, and what they tell."""

import pandas as pd
from sqlalchemy import Connection, select

from data_access.release_cells import CELL, SEPARATOR, to_wanted
from data_access.schema_release import RELEASED_SUM
from indicators.protection.names import AGES, SEXES, TOTAL, Reason

SUM = ("level", *CELL)
KINDS = [(sex, age) for sex in SEXES for age in AGES]


def read_sums(connection: Connection, release: int, **of: str | tuple[str, ...]) -> pd.DataFrame:
    """The sums of a release (`of`: a listing, codes, quarters) as stored, `SUM`, count as Int64."""
    table = RELEASED_SUM.c
    asked = select(*(table[name] for name in SUM)).where(*to_wanted(RELEASED_SUM, release, of))
    rows = connection.execute(asked)
    told = pd.DataFrame([tuple(row) for row in rows], columns=list(SUM))
    return told.astype({"count": "Int64"})


def to_figures(sums: pd.DataFrame) -> pd.DataFrame:
    """Stored sums as the protection names them: indicator, level, code, year, quarter, sex,
    age_group, value, reason."""
    reason = sums["gap"].astype("str").where(sums["gap"].notna(), str(Reason.OK))
    return pd.DataFrame(
        {
            "indicator": sums["listing"] + SEPARATOR + sums["code"],
            "level": sums["level"],
            "code": sums["area"],
            "year": sums["period"].str[:4].astype("int64"),
            "quarter": sums["period"],
            "sex": sums["sex"],
            "age_group": sums["age"],
            "value": sums["count"],
            "reason": reason.mask(
                sums["preliminary"] & sums["gap"].isna(), str(Reason.PRELIMINARY)
            ),
        }
    )


def to_stored(figures: pd.DataFrame, preliminary: pd.Series, release: int) -> pd.DataFrame:
    """The protected figures (`planned_tables.SHOWN`) as rows of `released_sum`; `preliminary` of
    each, hidden or not."""
    names = figures["indicator"].str.split(SEPARATOR, n=1, expand=True)
    hidden = figures["value"].isna()
    return pd.DataFrame(
        {
            "release": release,
            "level": figures["level"],
            "listing": names[0],
            "code": names[1],
            "area": figures["code"],
            "period": figures["quarter"],
            "sex": figures["sex"],
            "age": figures["age_group"],
            "count": figures["value"].astype("Int64"),
            "gap": figures["reason"].where(hidden),
            "preliminary": preliminary,
        }
    )


def to_reporting(sums: pd.DataFrame) -> pd.DataFrame:
    """Who has reported what, as cells of `release_cells.CELL`: a count of 0 stands where something
    was, whatever it was, and a gap where nothing was."""
    split = set(_to_keys(sums[sums["sex"] != TOTAL]))
    whole = sums[(sums["level"] == "lpo") & (sums["sex"] == TOTAL) & (sums["age"] == TOTAL)]
    is_split = pd.Series([one in split for one in _to_keys(whole)], index=whole.index, dtype=bool)
    kinds = pd.DataFrame(KINDS, columns=["sex", "age"])
    wide = whole[is_split].drop(columns=["sex", "age"]).merge(kinds, how="cross")
    cells = pd.concat([whole[~is_split], wide], ignore_index=True)[list(CELL)]
    reported = cells["count"].notna() | (cells["gap"] == str(Reason.PROTECTED))
    cells["count"] = pd.Series(0, index=cells.index, dtype="Int64").where(reported)
    cells["gap"] = cells["gap"].mask(reported)
    return cells


def _to_keys(sums: pd.DataFrame) -> "zip[tuple[str, str, str]]":
    """What is split or not: an entry in a quarter."""
    return zip(sums["listing"], sums["code"], sums["period"], strict=True)
