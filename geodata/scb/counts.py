"""The checked table as the counts that are kept: of each year, kommun, sex and age group."""

import pandas as pd

from geodata.scb.sums import to_total_ages
from geodata.scb.table import ALL, SEXES, YOUNG

GROUPS = {"12-14": YOUNG[:3], "15-17": YOUNG[3:6], "18-20": YOUNG[6:]}
Counts = dict[tuple[str, str, str], int]  # (kommun, sex, age group) → persons


def to_counts(checked: pd.DataFrame) -> dict[int, Counts]:
    """Year → counts, as they stand in the table of population: kvinna and man by age group, and
    with the sexes together the total of all ages, where the file tells it."""
    apart = checked[checked["sex"].isin(SEXES)]
    group_of = {age: group for group, ages in GROUPS.items() for age in ages}
    young = apart.assign(age=apart["age"].map(group_of)).dropna(subset="age")
    whole = apart[apart["age"].isin(to_total_ages(checked))].assign(sex=ALL, age=ALL)
    sums = pd.concat([young, whole]).groupby(["year", "region", "sex", "age"])["persons"].sum()
    counts: dict[int, Counts] = {int(year): {} for year in checked["year"].unique()}
    for year, *cell, persons in sums.reset_index().itertuples(index=False):
        kommun, sex, age = map(str, cell)
        counts[int(year)][kommun, sex, age] = int(persons)
    return counts
