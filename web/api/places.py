"""Areas that are asked for: whether they exist, existed then, and are seen."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from data_access.areas import fetch_visible
from data_access.viewer import Viewer
from geodata.division import load_areas
from web.api.asking import Asker, refuse
from web.api.problems import Problem
from words import _

COUNTRY = "se"


@lru_cache(maxsize=1)
def to_known() -> dict[str, dict[str, Any]]:
    """Code → area (code, level, name, parent, valid_from, valid_to) of every day."""
    return {str(row["code"]): row for row in load_areas().to_dict("records")}


def to_name(code: str) -> str:
    """The area's name: the country's in the run's language, every other as it is."""
    return _("Sverige") if code == COUNTRY else str(to_known()[code]["name"])


def check_areas(codes: Sequence[str], level: str, first: date, last: date, asker: Asker) -> None:
    """Raises Problem for a code that is none, is of another level, was none between the days, or
    is not seen by the asker."""
    known = to_known()
    for code in codes:
        row = known.get(code)
        if row is None:
            raise Problem("okant-omrade", _("Inget område har koden {code}.").format(code=code))
        if row["level"] != level:
            detail = _("{code} är ett område på nivån {own}, men nivån {level} är vald.")
            detail = detail.format(code=code, own=row["level"], level=level)
            raise Problem("okant-omrade", detail)
        if not overlaps(row, first, last):
            raise _not_then(row)
        if code not in fetch_visible(to_day(row, last), viewer=asker.viewer):
            raise refuse(asker, _say_area(code))


def say_entry(code: str, level: str) -> Callable[[], str]:
    """Says which figures, in the language that it is said in."""
    return lambda: _("{code} på nivån {level}").format(code=code, level=level)


def say_level(level: str) -> Callable[[], str]:
    """Says that it is any area of a level, in the language that it is said in."""
    return lambda: _("något område på nivån {level}").format(level=level)


def to_level(codes: Sequence[str], given: str | None, usual: str) -> str:
    """The level that is meant: as given, else the first area's, else the usual one."""
    row = to_known().get(codes[0]) if codes and given is None else None
    return given or (str(row["level"]) if row else usual)


def sees_any(rows: Iterable[dict[str, Any]], first: date, last: date, viewer: Viewer) -> bool:
    """Whether the viewer sees any of the areas on some of the days."""
    held = [row for row in rows if overlaps(row, first, last)]
    return any(row["code"] in fetch_visible(to_day(row, last), viewer=viewer) for row in held)


def overlaps(row: dict[str, Any], first: date, last: date) -> bool:
    """Whether the area exists on some day from first to last."""
    return bool(row["valid_from"] <= last and (row["valid_to"] is None or row["valid_to"] >= first))


def to_day(row: dict[str, Any], last: date) -> date:
    """The area's last day up to that one."""
    return last if row["valid_to"] is None else min(last, row["valid_to"])


def _say_area(code: str) -> Callable[[], str]:
    return lambda: _("området {code}").format(code=code)


def _not_then(row: dict[str, Any]) -> Problem:
    detail = _("{code} finns från {first}").format(code=row["code"], first=row["valid_from"])
    if row["valid_to"] is not None:
        detail += _(" till och med {last}").format(last=row["valid_to"])
    return Problem("omradet-fanns-inte", f"{detail}.")
