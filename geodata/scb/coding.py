"""The table's own words to our codes, and what of it can't be understood."""

import pandas as pd

from geodata.checks import Fault
from geodata.scb.table import (
    AXES,
    first_faults,
    name_cell,
    to_age,
    to_region,
    to_sex,
    to_year,
)
from words import _


def to_coded(raw: pd.DataFrame) -> tuple[pd.DataFrame, list[Fault]]:
    """The rows of `raw` (`AXES` and value as text) by our codes (year int64) with persons (Int64,
    none where the value is no number), and what could not be understood. A row whose place is
    unknown is left out."""
    faults: list[Fault] = []
    coded = pd.DataFrame(index=raw.index)
    ways = {"region": to_region, "sex": to_sex, "age": to_age, "year": to_year}
    for axis, way in ways.items():
        known = {text: way(text) for text in raw[axis].unique()}
        unknown = (_to_unknown(axis, text) for text, code in known.items() if code is None)
        faults += first_faults(unknown, "okand")
        coded[axis] = raw[axis].map(known)
    persons, wrong = to_persons(raw["value"])
    coded["persons"] = persons
    clear = coded[list(AXES)].notna().all(axis=1)
    faults += _to_wrong(coded[wrong & clear], raw.loc[wrong & clear, "value"])
    return coded[clear].astype({"year": "int64"}).reset_index(drop=True), faults


def to_persons(values: "pd.Series[str]") -> tuple["pd.Series[int]", "pd.Series[bool]"]:
    """Whole persons, and where there is none: empty, `..`, a fraction, below zero, not a number."""
    whole = values.str.strip().str.fullmatch(r"\d{1,9}").fillna(value=False).astype(bool)
    return pd.to_numeric(values.where(whole)).astype("Int64"), ~whole


def _to_unknown(axis: str, text: str) -> Fault:
    told = {
        "region": _("finns inte bland landets kommuner och län"),
        "sex": _("är inget kön i tabellen; väntat är män, kvinnor eller totalt"),
        "age": _("är ingen ålder i ettårsklasser; hämta tabellen med ett år i taget"),
        "year": _("är inget årtal"),
    }
    return Fault(text or "–", "okand", told[axis])


def _to_wrong(rows: pd.DataFrame, values: "pd.Series[str]") -> list[Fault]:
    told = _("”{value}” är inget antal personer ({cell})")
    return first_faults(
        (
            Fault(str(row["region"]), "tal", told.format(value=value, cell=name_cell(row)))
            for row, value in zip(rows.to_dict("records"), values, strict=True)
        ),
        "tal",
    )
