"""What others have published of young people and serious crime, from our own table of facts."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

import pandas as pd

from data_access.cache import cached
from data_access.frames import to_frame
from data_access.public import load_published
from data_access.viewer import Viewer
from words import said

THEMES = (
    "natverk", "misstankta", "lagforing", "frihetsberovade", "ungdomshem", "placerade", "handelser",
)  # fmt: skip
AREAS = ("se", "pr-stockholm", "pr-syd", "pr-vast")
WHOLE_YEAR = "helår"
COLUMNS = {
    "series": "str",
    "theme": "str",
    "name": "str",
    "unit": "str",
    "area": "str",
    "age": "str",
    "sex": "str",
    "segment": "str",
    "year": "int64",
    "period": "str",
    "part_year": "bool",
    "value": "float64",
    "counting_rule": "str",
    "source": "str",
    "url": "str",
    "confidence": "str",
    "note": "str",
}
_ALLOWED = {
    "theme": THEMES,
    "area": AREAS,
    "sex": ("totalt", "kvinna", "man"),
    "confidence": ("hog", "medel", "lag"),
    "part_year": ("ja", "nej"),
}
_NEEDED = ("series", "name", "unit", "age", "segment", "counting_rule", "source")
_SAID = ("name", "unit", "period", "counting_rule", "note")  # in the run's language
_OF_SERIES = ("theme", "name", "unit")
_OF_SEGMENT = ("area", "age", "sex", "counting_rule")  # what figures that are joined have in common
Row = Mapping[str, Any]


class BadPublished(ValueError):
    """The table of published figures contradicts itself; the message says where."""


@cached
def fetch_published(*, viewer: Viewer) -> pd.DataFrame:  # noqa: ARG001 - the key of what is kept
    """Every published figure, by theme, series and segment: series (code), theme, name, unit, area
    (code), age (as told), sex ('totalt', 'kvinna', 'man'), segment, year, period (in words),
    part_year, value (float), counting_rule, source (title), url, confidence ('hog', 'medel',
    'lag'), note. '' where nothing is told. Public: every viewer sees them.

    Only figures of one series and one segment may be joined by a line. `part_year`: anything else
    than one whole year, such as a day, some months, or several years; never joined to another.
    Raises BadPublished.
    """
    found = to_published(load_published())
    return found.assign(**{name: found[name].map(said) for name in _SAID})


def to_published(rows: Sequence[Row]) -> pd.DataFrame:
    """The rows of the file as `fetch_published` tells them. Raises BadPublished."""
    for number, row in enumerate(rows, start=2):
        _check_row(row, number)
    for series, of_series in _grouped(rows, "series"):
        _check_same(of_series, _OF_SERIES, series)
        for segment, of_segment in _grouped(of_series, "segment"):
            _check_segment(of_segment, f"{series} {segment}")
    return to_frame([_to_values(row) for row in rows], COLUMNS)


def _check_row(row: Row, number: int) -> None:
    missing = [name for name in _NEEDED if not row[name]]
    wrong = [name for name, allowed in _ALLOWED.items() if row[name] not in allowed]
    if not (row["url"] or "").startswith(("https://", "http://")):
        wrong.append("url")
    if not (row["year"] or "").isdecimal() or not 1990 <= int(row["year"]) <= 2100:
        wrong.append("year")
    if not (row["value"] or "").replace(".", "", 1).isdecimal():
        wrong.append("value")
    if (row["period"] == WHOLE_YEAR) != (row["part_year"] == "nej"):
        wrong.append("period")
    if missing or wrong:
        raise BadPublished(f"row {number}: check {', '.join([*missing, *wrong])}")


def _check_segment(rows: Sequence[Row], name: str) -> None:
    """Figures that may be joined count the same, of whole years, one a year."""
    _check_same(rows, _OF_SEGMENT, name)
    years = [row["year"] for row in rows]
    if len(set(years)) < len(years):
        raise BadPublished(f"segment {name}: a year stands twice")
    if len(rows) > 1 and any(row["part_year"] == "ja" for row in rows):
        raise BadPublished(f"segment {name}: a part of a year is joined with others")


def _check_same(rows: Sequence[Row], columns: tuple[str, ...], name: str) -> None:
    for column in columns:
        if len({row[column] for row in rows}) > 1:
            raise BadPublished(f"{name}: {column} differs")


def _grouped(rows: Sequence[Row], column: str) -> list[tuple[str, list[Row]]]:
    ordered = sorted(rows, key=lambda row: str(row[column]))
    return [(str(key), list(of_key)) for key, of_key in groupby(ordered, lambda row: row[column])]


def _to_values(row: Row) -> list[Any]:
    own = {"year": int(row["year"]), "value": float(row["value"])}
    own["part_year"] = row["part_year"] == "ja"
    return [own.get(name, row[name] or "") for name in COLUMNS]
