"""Totals that the table tells are those of its parts."""

import pandas as pd

from geodata.checks import Fault
from geodata.scb.table import ALL, AXES, COUNTRY, OLDEST, first_faults, name_cell
from words import _

ALL_AGES = tuple(str(age) for age in range(OLDEST + 1))


def check_sums(coded: pd.DataFrame, off: int) -> list[Fault]:
    """The country is its kommuner, both sexes are the two, and all ages are each of them."""
    told = {
        "region": _("är {of} i riket men {n} när kommunerna läggs ihop ({cell})"),
        "sex": _("är {of} för båda könen men {n} när de läggs ihop ({cell})"),
        "age": _("är {of} för alla åldrar men {n} när de läggs ihop ({cell})"),
    }
    if not set(ALL_AGES) <= set(coded["age"]):
        del told["age"]  # the file has some of them only
    return [fault for axis, text in told.items() for fault in _check_axis(coded, axis, text, off)]


def _check_axis(coded: pd.DataFrame, axis: str, told: str, off: int) -> list[Fault]:
    """Each total that is given against the sum of its parts over the axis."""
    whole = COUNTRY if axis == "region" else ALL
    rest = [one for one in AXES if one != axis]
    is_part = coded["region"].str.len() == 4 if axis == "region" else coded[axis] != ALL
    given = coded[coded[axis] == whole].rename(columns={"persons": "of"})
    sums = coded[is_part].groupby(rest)["persons"].sum().rename("n")
    both = given.join(sums, on=rest, how="inner")
    faults = (
        Fault(row["region"], "summa", told.format(cell=name_cell(row), of=row["of"], n=row["n"]))
        for row in both[(both["of"] - both["n"]).abs() > off].to_dict("records")
    )
    return first_faults(faults, "summa")


def to_total_ages(coded: pd.DataFrame) -> tuple[str, ...]:
    """The ages that sum to all inhabitants: 'totalt', else each single one; () = not in the
    file."""
    ages = set(coded["age"])
    if ALL in ages:
        return (ALL,)
    return ALL_AGES if set(ALL_AGES) <= ages else ()
