"""The table as PxWeb writes it to CSV: a title, then a row for each region, age and sex."""

import csv

import pandas as pd

from geodata.scb.table import (
    AXES,
    NotPopulation,
    is_population,
    is_total,
    name_axis,
    to_axis,
    to_year,
)
from words import _

ENCODINGS = ("utf-8-sig", "cp1252")  # PxWeb writes both; cp1252 reads nearly anything, so last
DELIMITERS = ",;\t"
MOST_ABOVE = 10  # rows of title above the headings
MOST_COLUMNS = 500


def read_csv(data: bytes, subject: str) -> pd.DataFrame:
    """`AXES` and value as text, one row a cell. Raises NotPopulation."""
    text = _decode(data, subject)
    skipped, delimiter, names = _find_headings(text, subject)
    lines = text.splitlines()[skipped + 1 :]
    try:
        rows = [row for row in csv.reader(lines, delimiter=delimiter) if any(row)]
    except csv.Error as error:
        raise NotPopulation(subject, _("är ingen hel CSV")) from error
    # a number written `1,234` would move all that follows it
    odd = next((place for place, row in enumerate(rows) if len(row) != len(names)), None)
    if odd is not None:
        told = _("har {n} fält på en rad där rubrikerna är {of}: {row}")
        start = delimiter.join(rows[odd])[:60]
        raise NotPopulation(subject, told.format(n=len(rows[odd]), of=len(names), row=start))
    return _to_long(pd.DataFrame(rows, columns=range(len(names)), dtype=str), names, subject)


def _decode(data: bytes, subject: str) -> str:
    if b"\0" not in data:
        for encoding in ENCODINGS:
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    raise NotPopulation(subject, _("är varken JSON-stat 2.0 eller CSV"))


def _find_headings(text: str, subject: str) -> tuple[int, str, list[str]]:
    """(rows above, delimiter, headings) of the first row with a column of regions."""
    lines = text.splitlines()[:MOST_ABOVE]
    for place, line in enumerate(lines):
        for delimiter in DELIMITERS:
            names = next(csv.reader([line], delimiter=delimiter), [])
            if 1 < len(names) <= MOST_COLUMNS and "region" in map(to_axis, names):
                return place, delimiter, [name.strip() for name in names]
    raise NotPopulation(subject, _("är varken JSON-stat 2.0 eller CSV med en kolumn för region"))


def _to_long(wide: pd.DataFrame, names: list[str], subject: str) -> pd.DataFrame:
    """A row a cell, whether each year has a column of its own or a row."""
    axes = _to_axes(wide, names, subject)
    years = {place: str(year) for place, name in enumerate(names) if (year := to_year(name))}
    # a code and its text may stand in a column each
    others = [p for p, name in enumerate(names) if to_axis(name) not in AXES and p not in years]
    if years:
        _check_others(wide, names, others, subject)
        wide = wide.melt(id_vars=list(axes.values()), value_vars=list(years), var_name="year")
        wide["year"] = wide["year"].map(years)
        found = wide.rename(columns={place: axis for axis, place in axes.items()})
    else:
        *others, value = others or [len(names) - 1]
        _check_others(wide, names, others, subject)
        columns = {place: axis for axis, place in axes.items()} | {value: "value"}
        found = wide.rename(columns=columns)
    missing = [name_axis(axis) for axis in AXES if axis not in found]
    if missing:
        told = _("saknar {axes}")
        raise NotPopulation(subject, told.format(axes=", ".join(missing)))
    return found[[*AXES, "value"]].reset_index(drop=True)


def _to_axes(wide: pd.DataFrame, names: list[str], subject: str) -> dict[str, int]:
    """Axis → its first column."""
    axes: dict[str, int] = {}
    for place, name in enumerate(names):
        axis = to_axis(name)
        if axis in AXES and axis not in axes:
            axes[str(axis)] = place
    if len(wide) == 0:
        raise NotPopulation(subject, _("har rubriker men inga tal"))
    return axes


def _check_others(wide: pd.DataFrame, names: list[str], others: list[int], subject: str) -> None:
    """A column more must say the same on every row, and mean all of what it divides by."""
    for place in others:
        values = set(wide[place].str.strip())
        whole = is_population if to_axis(names[place]) == "contents" else is_total
        if len(values) != 1 or not whole(min(values)):
            told = _("delar upp på {name}; hämta tabellen utan den uppdelningen")
            raise NotPopulation(subject, told.format(name=names[place] or place + 1))
