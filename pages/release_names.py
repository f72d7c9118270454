"""What is counted and where, by name, for the tables of releases."""

from collections.abc import Iterable
from typing import Any

from data_access.register import fetch_register
from data_access.viewer import Viewer
from indicators.periods import Quarter
from pages import reads


def to_names(periods: Iterable[str], *, viewer: Viewer) -> dict[Any, str]:
    """(list, code) of all that is counted, and codes of the areas that the viewer knows in any of
    the quarters → name."""
    names: dict[Any, str] = {
        (str(one.listing), one.code): one.name for one in fetch_register(viewer=viewer).entries
    }
    for period in sorted(set(periods)):
        for of_level in reads.fetch_names(Quarter.parse(period).last, viewer=viewer).values():
            names |= of_level
    return names
