"""The table as JSON-stat 2.0: a cube of values, in the order of its dimensions."""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from geodata.scb.table import (
    AXES,
    NotPopulation,
    is_population,
    is_total,
    name_axis,
    to_axis,
    to_value_text,
)
from words import _

MOST_CELLS = 6_000_000  # all kommuner, ages and sexes of sixty years


def read_cube(cube: object, subject: str) -> pd.DataFrame:
    """`AXES` and value as text, one row a cell. Raises NotPopulation."""
    if not isinstance(cube, Mapping) or cube.get("class") != "dataset":
        raise NotPopulation(subject, _("är JSON, men ingen JSON-stat 2.0 av klassen dataset"))
    try:
        names, sizes = [str(name) for name in cube["id"]], [int(n) for n in cube["size"]]
        codes = [_to_codes(cube["dimension"][name]["category"]) for name in names]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        told = _("saknar delar som JSON-stat 2.0 ska ha: {part}")
        raise NotPopulation(subject, told.format(part=error)) from error
    if [len(one) for one in codes] != sizes or math.prod(sizes) > MOST_CELLS:
        raise NotPopulation(subject, _("har dimensioner av en annan storlek än den säger"))
    values = _to_values(cube.get("value"), math.prod(sizes), subject)
    axes = _to_axes(names, codes, cube["dimension"], subject)
    places = np.unravel_index(np.arange(len(values)), sizes)
    columns = {
        axis: np.asarray(codes[place], dtype=object)[places[place]] for axis, place in axes.items()
    }
    return pd.DataFrame({**columns, "value": values})


def _to_codes(category: Mapping[str, Any]) -> list[str]:
    """The codes of a dimension in the order of the values. A lone code may have a label only."""
    index = category.get("index") or list(category["label"])
    if isinstance(index, Mapping):
        return [str(code) for code in sorted(index, key=lambda code: int(index[code]))]
    return [str(code) for code in index]


def _to_values(given: object, size: int, subject: str) -> np.ndarray:
    """The values as text, '' where there is none. They come as a list, or by place when few."""
    values = np.full(size, "", dtype=object)
    if isinstance(given, Mapping):
        if not all(place.isdecimal() and int(place) < size for place in given):
            raise NotPopulation(subject, _("har tal på platser som inte finns"))
        pairs = [(int(place), value) for place, value in given.items()]
    elif isinstance(given, list) and len(given) == size:
        pairs = list(enumerate(given))
    else:
        raise NotPopulation(subject, _("har inte ett tal för varje plats"))
    for place, value in pairs:
        values[place] = to_value_text(value)
    return values


def _to_axes(
    names: list[str], codes: list[list[str]], dimensions: Mapping[str, Any], subject: str
) -> dict[str, int]:
    """Axis → its place among the dimensions. Any other must have one value, all of it together."""
    axes: dict[str, int] = {}
    for place, name in enumerate(names):
        label = str(dimensions[name].get("label") or "")
        axis = to_axis(name) or to_axis(label)
        if axis in AXES and axis not in axes:
            axes[str(axis)] = place
        elif not _is_passed_over(axis, codes[place], dimensions[name]["category"]):
            told = _("delar upp på {name}; hämta tabellen utan den uppdelningen")
            raise NotPopulation(subject, told.format(name=label or name))
    missing = [axis for axis in AXES if axis not in axes]
    if missing:
        told = _("saknar {axes}")
        raise NotPopulation(subject, told.format(axes=", ".join(name_axis(one) for one in missing)))
    return axes


def _is_passed_over(axis: str | None, codes: list[str], category: Mapping[str, Any]) -> bool:
    """Whether a dimension more has one value, which divides nothing."""
    if len(codes) != 1:
        return False
    text = str((category.get("label") or {}).get(codes[0], codes[0]))
    return is_population(text) if axis == "contents" else is_total(codes[0]) or is_total(text)
