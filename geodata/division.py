"""The division of the country as tables of facts, each row with the days it holds."""

from datetime import date
from functools import lru_cache
from pathlib import Path

import pandas as pd

FACTS = Path(__file__).parent / "facts"
LEVELS: tuple[str, ...] = ("riket", "polisregion", "polisomrade", "lpo", "lan", "kommun")
FIRST_DAY = date(2023, 11, 9)  # the government decides that the structure is to be set up
DAYS = ("valid_from", "valid_to")


class UnknownArea(LookupError):
    """No area of that code on that day; `other_day` is a day when there is one, or None."""

    def __init__(self, code: str, on: date, other_day: date | None = None):
        hint = f"it exists on {other_day}" if other_day else "`python -m geodata list` lists them"
        super().__init__(f"no area {code!r} on {on}; {hint}")
        self.code, self.on, self.other_day = code, on, other_day


class UnknownLevel(LookupError):
    """The level is none of `LEVELS`."""

    def __init__(self, level: str):
        super().__init__(f"no level {level!r}; choose one of {', '.join(LEVELS)}")


class NoDivision(LookupError):
    """The day lies before the first division that the tables know."""

    def __init__(self, on: date, first: date):
        super().__init__(f"no division is known on {on}; choose {first} or a later day")
        self.on, self.first = on, first


def load_facts(name: str) -> pd.DataFrame:
    """One of our tables under `facts/`: text, but for the columns of days (date; None = open)."""
    return _read(name).copy()


def load_areas() -> pd.DataFrame:
    """All areas on all days: code, level, name, parent ('' for riket), valid_from, valid_to."""
    return load_facts("areas")


def load_membership() -> pd.DataFrame:
    """Which kommun lies in which LPO: kommun, lpo, part ('' = whole), days, source, confidence."""
    return load_facts("membership")


def to_areas_on(areas: pd.DataFrame, on: date, level: str | None = None) -> pd.DataFrame:
    """The rows of any table with valid_from and valid_to that hold on the day (of one level)."""
    holds = (areas["valid_from"] <= on) & areas["valid_to"].map(lambda day: _is_open(day, on))
    if level is not None:
        holds &= areas["level"] == to_level(level)
    return areas[holds.astype(bool)].reset_index(drop=True)


def to_pieces(on: date) -> pd.DataFrame:
    """One row a (kommun, lpo) piece: kommun, lpo, polisomrade, polisregion, lan, share.

    `share` is the piece's part (0–1) of the kommun's population, 1.0 where it is whole.
    """
    return _pieces(division_of("lpo", on)).copy()


def division_starts(level: str) -> list[date]:
    """First days on which the set of areas of the level changes, in order."""
    return list(_starts(to_level(level)))


@lru_cache(maxsize=len(LEVELS))
def _starts(level: str) -> tuple[date, ...]:
    areas = load_areas()
    return tuple(sorted(set(areas.loc[areas["level"] == level, "valid_from"])))


def division_of(level: str, on: date) -> date:
    """First day of the division of the level that holds on the day. NoDivision before the first."""
    starts = division_starts(level)
    if on < starts[0]:
        raise NoDivision(on, starts[0])
    return max(start for start in starts if start <= on)


def to_level(level: str) -> str:
    """The level itself when it is one of `LEVELS`, else UnknownLevel."""
    if level not in LEVELS:
        raise UnknownLevel(level)
    return level


def to_parents(on: date) -> dict[str, str]:
    """Each area's code → its parent's code on the day ('' for riket)."""
    areas = to_areas_on(load_areas(), on)
    return dict(zip(areas["code"], areas["parent"], strict=True))


def _is_open(day: date | None, on: date) -> bool:
    return day is None or pd.isna(day) or day >= on


@lru_cache(maxsize=16)
def _read(name: str) -> pd.DataFrame:
    table = pd.read_csv(FACTS / f"{name}.csv", dtype=str, keep_default_na=False)
    for column in set(DAYS) & set(table.columns):
        days = [date.fromisoformat(text) if text else None for text in table[column]]
        table[column] = pd.Series(days, dtype=object, index=table.index)
    return table


@lru_cache(maxsize=16)
def _pieces(start: date) -> pd.DataFrame:
    parents = to_parents(start)
    pieces = to_areas_on(load_membership(), start)[["kommun", "lpo"]]
    pieces["polisomrade"] = pieces["lpo"].map(parents)
    pieces["polisregion"] = pieces["polisomrade"].map(parents)
    pieces["lan"] = pieces["kommun"].map(parents)
    shares = to_areas_on(load_facts("city_shares"), start)[["kommun", "lpo", "share"]]
    pieces = pieces.merge(shares, how="left", on=["kommun", "lpo"], validate="one_to_one")
    pieces["share"] = pd.to_numeric(pieces["share"]).fillna(1.0).astype(float)
    return pieces.sort_values(["kommun", "lpo"], ignore_index=True)
