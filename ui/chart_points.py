"""Points of a chart that can be chosen by a click: which, and which one it was."""

from collections.abc import Mapping, Sequence
from typing import Any

CHOSEN = "vald"
Point = Mapping[str, str]  # field → value, of the point that is chosen


def let_be_chosen(spec: dict[str, Any], by: Sequence[str]) -> bool:
    """Let the points of the first layer that tells of what is pointed at be chosen by a click;
    whether there is one."""
    for layer in spec.get("layer", ()):
        if let_be_chosen(layer, by):
            return True
    if "tooltip" not in spec.get("encoding", {}) or "mark" not in spec:
        return False
    select = {"type": "point", "fields": list(by), "toggle": False}
    spec["params"] = [*spec.get("params", ()), {"name": CHOSEN, "select": select}]
    spec["mark"] = dict(spec["mark"]) | {"cursor": "pointer"}
    return True


def to_point(chosen: Mapping[str, Any], by: Sequence[str]) -> Point | None:
    """The point of what a chart says is chosen; None when there is none, or what was clicked is no
    point."""
    points = chosen.get(CHOSEN) or ()
    if not points or any(points[0].get(field) is None for field in by):
        return None
    return {field: str(points[0][field]) for field in by}


def find_last(
    points: Sequence[Point | None], seen: Sequence[Point | None], last: int | None
) -> int | None:
    """Which of several charts was clicked last: the one whose point is another than was `seen`
    the run before, else the `last` one that still has a point; None when none has any."""
    changed = [
        place
        for place, (now, then) in enumerate(zip(points, seen, strict=True))
        if now is not None and now != then
    ]
    if changed:
        return changed[0]
    if last is not None and points[last] is not None:
        return last
    return next((place for place, one in enumerate(points) if one is not None), None)
