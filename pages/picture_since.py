"""What has become of a published lägesbild's figures: each as it is today, and why."""

from datetime import date
from typing import Any

from data_access.areas import UnknownArea, fetch_area
from data_access.establishment import fetch_pieces, fetch_recent
from data_access.viewer import Viewer
from pages.figure_levels import newest_release
from pages.picture_parts import NoPart, to_part
from pages.picture_wanted import Wanted
from reporting.picture_text import FIGURE, Marker, find_markers
from ui import formats, picture_since
from ui.picture_since import Event, Reasons, Since


def show(content: dict[str, Any], today: date, viewer: Viewer) -> None:
    """Then, now, and why."""
    code, day = content["area"]["code"], date.fromisoformat(content["day"])
    newest = newest_release(viewer)
    now = Wanted(code, today, newest.number if newest else None, viewer)
    found = []
    for marker in find_markers(content["text"]):
        if marker.kind == FIGURE:
            then = content["parts"][str(marker)]
            revised = _try(marker, now._replace(on=day))
            found.append(Since(then, _try(marker, now), revised))
    picture_since.show(found, _to_reasons(content, day, today, viewer), today)


def _try(marker: Marker, wanted: Wanted) -> dict[str, Any] | None:
    """The part as it is, or None when the area or the figure is no more."""
    try:
        return to_part(marker, wanted)
    except (NoPart, UnknownArea):
        return None


def _to_reasons(content: dict[str, Any], day: date, today: date, viewer: Viewer) -> Reasons:
    code, level = content["area"]["code"], content["area"]["level"]
    newest, rests_on = newest_release(viewer), (content["release"] or {}).get("number")
    release = None
    if newest is not None and newest.number != rests_on:
        release = newest.number, formats.day_of(newest.made_at)
    return Reasons(
        find_events(code, level, day, today, viewer), release, _find_end(code, day, viewer)
    )


def find_events(
    code: str, level: str, since: date, today: date, viewer: Viewer
) -> tuple[Event, ...]:
    """What the area's local councils have done after the day, the latest first."""
    pieces = fetch_pieces(today, viewer=viewer)
    own = pieces if level == "riket" else pieces[pieces[level] == code]
    codes = {*own["lpo"], *own["kommun"]}
    events = fetch_recent(since, today, viewer=viewer)
    return tuple(
        Event(row["effective_on"], row["council"], row["stage"])
        for row in events.to_dict("records")
        if row["level"] == "lokal" and codes & set(row["codes"].split())
    )


def _find_end(code: str, day: date, viewer: Viewer) -> date | None:
    try:
        return fetch_area(code, day, viewer=viewer).valid_to
    except UnknownArea:
        return None
