"""Which area Trender shows."""

from collections.abc import Callable
from typing import NamedTuple

from data_access.areas import fetch_area, fetch_areas
from data_access.viewer import Viewer
from pages import reads
from pages.trend_series import Asked, to_series
from ui import trend_words
from ui.choice import Choice
from ui.headings import as_text
from words import _

COUNTRY = "se"
Has = Callable[[str, str], bool]


class Place(NamedTuple):
    """An area as a series has it; `note` says when it stands in for what was asked for, or, when
    it is not `is_whole`, why nothing of it can be shown."""

    code: str
    level: str
    name: str
    note: str = ""
    is_whole: bool = True


def to_place(asked: Asked) -> Place | None:
    """The chosen area, län or region; else the country, or what the viewer sees of it."""

    def has(level: str, code: str) -> bool:
        return not to_series(asked, level, code).empty

    return find_place(asked.choice, has, asked.viewer)


def find_place(choice: Choice, has: Has, viewer: Viewer) -> Place | None:
    """The same of what `has` figures of an area of a level, by its code."""
    chosen = choice.area or choice.lan or choice.region
    names = reads.fetch_names(choice.day, viewer=viewer)
    if chosen:
        level = next(level for level, of in names.items() if chosen in of)
        if level == "kommun":
            return _to_counted(chosen, names[level][chosen], choice, viewer)
        return Place(chosen, level, to_name(level, names[level][chosen]))
    widest = [("riket", COUNTRY), *(("polisregion", code) for code in names["polisregion"])]
    for level, code in widest:
        if has(level, code):
            return Place(code, level, to_name(level, names[level].get(code, "")))
    return None


def to_name(level: str, name: str) -> str:
    """An area's name within a sentence."""
    if level == "riket":
        return _("Sverige")
    return _("polisregion {name}").format(name=name) if level == "polisregion" else name


def _to_counted(kommun: str, name: str, choice: Choice, viewer: Viewer) -> Place:
    """The local police area that a kommun lies in: counts are kept for those."""
    lpos = fetch_area(kommun, choice.day, viewer=viewer).lpos
    if len(lpos) != 1:
        said = trend_words.divided(name, [lpo for _code, lpo in lpos])
        return Place(kommun, "kommun", name, said, is_whole=False)
    code, lpo = lpos[0]
    if code not in reads.fetch_names(choice.day, viewer=viewer)["lpo"]:
        return Place(kommun, "kommun", name, trend_words.unseen(name, lpo), is_whole=False)
    note = _("Antal räknas per lokalpolisområde. {kommun} ligger i {name}, som visas.")
    return Place(code, "lpo", lpo, note.format(kommun=as_text(name), name=as_text(lpo)))


def to_parts(choice: Choice, viewer: Viewer) -> tuple[str, list[str]]:
    """Level and codes to show side by side: the regions, or the polisområden of a chosen one."""
    region = choice.region
    level = "polisomrade" if region else "polisregion"
    areas = fetch_areas(choice.day, level, viewer=viewer)
    inside = areas[areas["polisregion"] == region] if region else areas
    return level, inside["code"].to_list()
