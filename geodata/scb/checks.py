"""What must hold of the table before any of it counts: all of it is looked at, all faults told."""

from datetime import date

import pandas as pd

from geodata.checks import Fault, Rejected
from geodata.scb.coding import to_coded
from geodata.scb.sums import check_sums
from geodata.scb.table import (
    ALL,
    AXES,
    SEXES,
    YOUNG,
    first_faults,
    known_regions,
    name_cell,
)
from words import _, plural


def to_checked(raw: pd.DataFrame, subject: str, today: date, *, off: int = 0) -> pd.DataFrame:
    """`AXES` and persons of the kommuner by our codes, when nothing is wrong; else Rejected with
    all of it. `off`: how many persons a sum may differ from what it sums, in figures that SCB has
    protected cell by cell."""
    coded, faults = to_coded(raw)
    faults += check_twice(coded)
    coded = coded.drop_duplicates(list(AXES))
    faults += check_years(coded, today)
    faults += check_whole(coded)
    if not faults:
        faults = check_sums(coded, off)
    if faults:
        raise Rejected(subject, faults)
    return coded[coded["region"].str.len() == 4].reset_index(drop=True)


def check_twice(coded: pd.DataFrame) -> list[Fault]:
    """No cell stands twice."""
    twice = coded[coded.duplicated(list(AXES))].drop_duplicates(list(AXES))
    told = _("står mer än en gång ({cell})")
    return first_faults(
        (
            Fault(str(row["region"]), "dubblett", told.format(cell=name_cell(row)))
            for row in twice.to_dict("records")
        ),
        "dubblett",
    )


def check_years(coded: pd.DataFrame, today: date) -> list[Fault]:
    """The 31st of December of every year has been."""
    told = _("är inte slut: folkmängden gäller den 31 december")
    years = [year for year in coded["year"].unique() if date(year, 12, 31) >= today]
    return [Fault(_("år {year}").format(year=year), "ar", told) for year in sorted(years)]


def check_whole(coded: pd.DataFrame) -> list[Fault]:
    """Every kommun, both sexes and each age 12–20 are there, and nothing lacks between them."""
    kommuner = sorted(code for code in known_regions() if len(code) == 4)
    faults = []
    for axis, wanted in (("region", kommuner), ("sex", SEXES), ("age", YOUNG)):
        found = set(coded[axis])
        lacks = [one for one in wanted if one not in found]
        faults += first_faults((_to_missing(axis, one) for one in lacks), "saknas")
    if faults or coded.empty:
        return faults or [Fault("–", "saknas", _("inga tal i filen"))]
    return check_holes(coded, kommuner)


def check_holes(coded: pd.DataFrame, kommuner: list[str]) -> list[Fault]:
    """What the file has for one kommun or year it has for each; the needed ages at least."""
    ages = sorted({*YOUNG, *(set(coded["age"]) - {ALL})}, key=int)
    ages += [ALL] if ALL in set(coded["age"]) else []
    sexes = [*SEXES, *([ALL] if ALL in set(coded["sex"]) else [])]
    years = sorted(coded["year"].unique())
    axes = [kommuner, sexes, ages, years]
    wanted = pd.MultiIndex.from_product(axes, names=list(AXES))
    lacks = wanted.difference(pd.MultiIndex.from_frame(coded[list(AXES)]))
    holes = lacks.to_frame(index=False).groupby("region")
    return first_faults(
        (_to_hole(str(code), cells) for code, cells in holes),
        "saknas",
    )


def _to_missing(axis: str, code: str) -> Fault:
    told = {
        "region": _("saknas i filen"),
        "sex": _("saknas: båda könen behövs"),
        "age": _("saknas: åldrarna 12–20 behövs, ett år i taget"),
    }
    # else an age or a year would be taken for the code of a län or a kommun
    place = _("{age} år").format(age=code) if axis == "age" else code
    return Fault(place, "saknas", told[axis])


def _to_hole(code: str, cells: pd.DataFrame) -> Fault:
    count = plural("saknar {n} tal", "saknar {n} tal", len(cells))
    first = name_cell(cells.iloc[0].to_dict())
    return Fault(code, "saknas", _("{count}, det första: {cell}").format(count=count, cell=first))
