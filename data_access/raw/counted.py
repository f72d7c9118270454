"""Reported rows of counts → the innermost cells that a release protects."""

import pandas as pd

from reporting.kinds import CELLS, MEN, TOTAL, WOMEN
from reporting.register import Listing

# Kind → the field that says what is counted, and the list of the register that it is in
COUNTED = {
    "atgarder": ("atgard", str(Listing.MEASURE)),
    "indikatorer": ("indikator", str(Listing.INDICATOR)),
}
ALL = "alla"
_SEX = {"k": "kvinnor", "m": "man"}
# Field → sex and age group of its cell
PLACES = {name: (_SEX[name[0]], name[2:].replace("_", "-")) for name in CELLS}
PLACES |= {WOMEN: ("kvinnor", ALL), MEN: ("man", ALL), TOTAL: (ALL, ALL)}
KEYS = ["listing", "code", "area", "period", "sex", "age"]
COLUMNS = [*KEYS, "count", "gap", "preliminary"]

_ROW = ["submission", "row"]


def to_cells(units: pd.DataFrame, values: pd.DataFrame) -> pd.DataFrame:
    """A row for each innermost cell: listing, code, area, period (2026K3), sex, age, count (Int64),
    gap ('saknas', 'ej-tillampligt', or <NA> where there is a count), preliminary.

    `units` has submission, area, kind, period; `values` the rows of `reported_value`. What a row
    is split into is told by its finest numbers: the six cells, else women and men, else the total.
    A sum beside its parts is left out: shown beside protected parts it would tell them.
    """
    field = values["field"]
    names = [key for key, _listing in COUNTED.values()]
    codes = values.loc[field.isin(names), [*_ROW, "text"]].rename(columns={"text": "code"})
    is_preliminary = (field == "preliminar") & (values["text"] == "ja")
    early = values.loc[is_preliminary, _ROW].assign(preliminary=True)
    cells = _to_finest(values[field.isin(list(PLACES))])
    cells = cells.merge(codes, on=_ROW).merge(early, on=_ROW, how="left")
    cells = cells.merge(units, on="submission")
    cells["preliminary"] = cells["preliminary"].eq(True)
    cells["listing"] = cells["kind"].map({kind: named for kind, (_, named) in COUNTED.items()})
    cells["count"] = cells["number"].astype("Int64")
    return cells[COLUMNS].sort_values(KEYS, ignore_index=True)


def _to_finest(values: pd.DataFrame) -> pd.DataFrame:
    """Of each row the cells of its finest level that has a number; the others of that level are
    gaps, told ones and such that were not answered ('saknas')."""
    levels = pd.DataFrame(
        [(name, *place, _level(name)) for name, place in PLACES.items()],
        columns=["field", "sex", "age", "level"],
    )
    found = values.merge(levels, on="field")
    told = found.assign(rank=found["level"].where(found["number"].notna(), 3))
    finest = told.groupby(_ROW, as_index=False)["rank"].min()
    # nothing but gaps: those of the finest level that was answered
    answered = found.groupby(_ROW, as_index=False)["level"].min()
    finest = finest.merge(answered, on=_ROW)
    finest["level"] = finest["rank"].where(finest["rank"] < 3, finest["level"]).astype("int64")
    wanted = finest[[*_ROW, "level"]].merge(levels, on="level")
    known = found[[*_ROW, "field", "number", "gap"]]
    cells: pd.DataFrame = wanted.merge(known, on=[*_ROW, "field"], how="left")
    missing = cells["number"].isna() & cells["gap"].isna()
    cells["gap"] = cells["gap"].where(~missing, "saknas")
    return cells


def _level(name: str) -> int:
    """0 = the six cells, 1 = women and men, 2 = the total."""
    return 0 if name in CELLS else 2 if name == TOTAL else 1
