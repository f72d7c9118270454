"""A point of a chart that was clicked: which can be, and which it was."""

from copy import deepcopy

import pandas as pd
import pytest

from ui import chart_base, heat, meeting_heat
from ui.chart_base import Title
from ui.chart_points import CHOSEN, find_last, let_be_chosen, to_point
from ui.heat import Heat

A, B = {"period": "2026K1"}, {"period": "2026K2"}
LINE = {"mark": {"type": "line"}, "encoding": {"x": {}}}
POINT = {"mark": {"type": "point"}, "encoding": {"x": {}, "tooltip": []}}


def layered(*layers):
    return {"layer": [dict(one) for one in layers]}


def chosen_of(spec):
    """The layers that can be chosen in, and their selections."""
    found = [layer for layer in spec.get("layer", ()) for layer in chosen_of(layer)]
    return found if found or "params" not in spec else [spec]


def test_what_tells_of_what_is_pointed_at_can_be_chosen_and_nothing_else():
    spec = layered(LINE, POINT, POINT)
    assert let_be_chosen(spec, ["period"])
    (only,) = chosen_of(spec)
    assert only is spec["layer"][1]
    assert only["params"] == [
        {"name": CHOSEN, "select": {"type": "point", "fields": ["period"], "toggle": False}}
    ]
    assert only["mark"]["cursor"] == "pointer"


def test_layers_within_layers_are_found():
    spec = {"layer": [layered(LINE), layered(LINE, POINT)]}
    assert let_be_chosen(spec, ["period"])
    assert len(chosen_of(spec)) == 1


def test_a_chart_that_tells_of_nothing_has_nothing_to_choose():
    spec = layered(LINE, LINE)
    assert not let_be_chosen(spec, ["period"])
    assert chosen_of(spec) == []


def test_a_chart_that_is_kept_and_shared_is_left_as_it_was():
    cells = [{"row": "A", "column": "B", "kind": "k", "told": "1", "about": "A, B"}]
    drawing = heat.to_heat(Heat(["A"], ["B"], {"k": ("#fff", "#000")}), pd.DataFrame(cells))
    before = deepcopy(dict(drawing.spec))
    assert chart_base.show(drawing, Title((), ()), "Sagt", "prov", by=["row"]) is None
    assert drawing.spec == before
    assert CHOSEN not in str(drawing.spec)


@pytest.mark.parametrize(
    ("told", "by", "found"),
    [
        ({CHOSEN: [{"period": "2026K1", "more": 1}]}, ["period"], A),
        ({CHOSEN: [{"at": 3, "of": "se"}]}, ["at", "of"], {"at": "3", "of": "se"}),
        ({CHOSEN: [{"period": None}]}, ["period"], None),
        ({CHOSEN: [{"other": "x"}]}, ["period"], None),
        ({CHOSEN: []}, ["period"], None),
        ({CHOSEN: {}}, ["period"], None),
        ({}, ["period"], None),
    ],
)
def test_a_click_beside_the_points_chooses_none(told, by, found):
    assert to_point(told, by) == found


@pytest.mark.parametrize(
    ("points", "seen", "last", "found"),
    [
        ([None, None], [None, None], None, None),
        ([A, None], [None, None], None, 0),
        ([A, B], [A, None], 0, 1),
        ([A, B], [A, B], 1, 1),
        ([B, B], [A, B], 1, 0),
        ([A, None], [A, B], 1, 0),
        ([None, None], [A, None], 0, None),
    ],
)
def test_of_several_charts_the_one_that_was_clicked_last_is_found(points, seen, last, found):
    assert find_last(points, seen, last) == found


def test_a_cell_of_the_heat_map_has_the_codes_of_its_actor_and_place():
    cell = {
        "aktor": "skolan", "of": "pr-nord", "state": "andel", "share": 0.5,
        "attended": 2, "held": 4, "councils": 1, "gaps": 0,
    }  # fmt: skip
    cells = pd.DataFrame([cell])
    drawn = meeting_heat.to_frame(cells, {"skolan": "Skolan"}, {"pr-nord": "Nord"})
    assert drawn[["code", "of"]].to_dict("records") == [{"code": "skolan", "of": "pr-nord"}]
