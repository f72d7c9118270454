"""Reported rows of counts → the innermost cells that a release protects."""

import hashlib
from collections.abc import Collection

import pandas as pd

from data_access.release_cells import CELL, KEYS
from reporting.kinds import CELLS, MEN, TOTAL, WOMEN
from reporting.register import Listing

# Kind → the field that says what is counted, and the list of the register that it is in
COUNTED = {
    "atgarder": ("atgard", str(Listing.MEASURE)),
    "indikatorer": ("indikator", str(Listing.INDICATOR)),
}
WHOLE = "totalt"
_SEX = {"k": "kvinna", "m": "man"}
# Field → sex and age group of its cell
PLACES = {name: (_SEX[name[0]], name[2:].replace("_", "-")) for name in CELLS}
PLACES[TOTAL] = (WHOLE, WHOLE)

_ROW = ["submission", "row"]
_FIELDS = pd.DataFrame(
    [(name, *place, name != TOTAL) for name, place in PLACES.items()],
    columns=["field", "sex", "age", "split"],
)


def to_cells(
    units: pd.DataFrame, values: pd.DataFrame, split: Collection[tuple[str, str]]
) -> pd.DataFrame:
    """A row for each innermost cell: listing, code, area, period (2026K3), sex, age, count (Int64),
    gap ('saknas', 'ej-tillampligt', or <NA> where there is a count), preliminary.

    `units` has submission, area, kind, period; `values` the rows of `reported_value`; `split` the
    (listing, code) that are counted by sex and age. Of those the six cells are taken and never a
    total, which beside its protected parts would tell them; of the others the total.
    """
    rows = _to_rows(units, values, split)
    cells = rows.merge(_FIELDS, on="split")
    told = values.loc[values["field"].isin(list(PLACES)), [*_ROW, "field", "number", "gap"]]
    cells = _fill_totals(cells.merge(told, on=[*_ROW, "field"], how="left"), values)
    cells["count"] = cells["number"].astype("Int64")
    unanswered = cells["count"].isna() & cells["gap"].isna()
    cells["gap"] = cells["gap"].astype("str").where(~unanswered, "saknas")
    return cells[list(CELL)].sort_values(list(KEYS), ignore_index=True)


def to_digest(cells: pd.DataFrame) -> str:
    """A text that is the same for the same cells, whatever their order."""
    ordered = cells.sort_values(list(KEYS)).to_csv(index=False, lineterminator="\n")
    return hashlib.sha256(ordered.encode()).hexdigest()


def _to_rows(
    units: pd.DataFrame, values: pd.DataFrame, split: Collection[tuple[str, str]]
) -> pd.DataFrame:
    """The reported rows: what each counts, of which unit, split or not, preliminary or not."""
    named = values["field"].isin([field for field, _listing in COUNTED.values()])
    rows = values.loc[named, [*_ROW, "text"]].rename(columns={"text": "code"})
    rows = rows.merge(units, on="submission")
    rows["listing"] = rows["kind"].map({kind: listing for kind, (_, listing) in COUNTED.items()})
    wanted = set(split)
    pairs = zip(rows["listing"], rows["code"], strict=True)
    rows["split"] = pd.Series([pair in wanted for pair in pairs], index=rows.index, dtype=bool)
    is_early = (values["field"] == "preliminar") & (values["text"] == "ja")
    early = values.loc[is_early, _ROW].assign(preliminary=True)
    rows = rows.merge(early, on=_ROW, how="left")
    rows["preliminary"] = rows["preliminary"].eq(True)
    return rows


def _fill_totals(cells: pd.DataFrame, values: pd.DataFrame) -> pd.DataFrame:
    """The store keeps no total beside six cells, nor beside women and men that sum to it."""
    for parts in (list(CELLS), [WOMEN, MEN]):
        own = values[values["field"].isin(parts) & values["number"].notna()]
        sums = own.groupby(_ROW, as_index=False).agg(sum=("number", "sum"), of=("number", "size"))
        sums = sums.loc[sums["of"] == len(parts), [*_ROW, "sum"]]
        cells = cells.merge(sums, on=_ROW, how="left")
        empty = (cells["field"] == TOTAL) & cells["number"].isna() & cells["gap"].isna()
        cells["number"] = cells["number"].where(~empty, cells["sum"])
        cells = cells.drop(columns="sum")
    return cells
