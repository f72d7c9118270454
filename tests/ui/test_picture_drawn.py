"""The chart and the map of a lägesbild, and that both come back as they were when they are kept."""

import json
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from ui import assets, picture_chart, picture_fills, picture_frames
from ui.chart_base import Drawing
from ui.palette import STAGES, Kind
from ui.picture_chart import to_chart, to_days, to_table, to_words
from ui.picture_map import Shown, Told, stage_kinds, to_svg
from ui.picture_place import Paper
from ui.stage_colours import ORDER

STEPS = [
    (date(2025, 9, 30), Counter({"etablerat": 3, "planerat": 8, None: 1})),
    (date(2026, 9, 30), Counter({"etablerat": 5, "planerat": 6, "ej-aktuellt": 1})),
]
SVG = "{http://www.w3.org/2000/svg}"


def square(code, west, south, size=1.0):
    east, north = west + size, south + size
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    shape = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": {"kod": code, "ungefar": False}, "geometry": shape}


def outlines(*features):
    centres = {
        one["properties"]["kod"]: [
            one["geometry"]["coordinates"][0][0][1] + 0.5,
            one["geometry"]["coordinates"][0][0][0] + 0.5,
        ]
        for one in features
    }
    return {"type": "FeatureCollection", "features": list(features), "centrum": centres}


TWO = outlines(square("a", 15, 60), square("b", 16, 60), square("c", 20, 55))


KINDS = (
    Kind("etablerat", "#08519c"), Kind("vilande", pattern="bars", rare=True),
    Kind("ej aktuellt", pattern="dots", rare=True), Kind("uppgift saknas", pattern="hatch"),
)  # fmt: skip
LINES, SOURCE = ["Lokala råd", "Nord"], ["Läget 2026-09-30", "EXEMPELDATA"]
TOLD = Told(LINES, "Steg", SOURCE)


def draw(areas, told=TOLD, **more):
    return to_svg(TWO, areas, KINDS, told, **more)


def texts(svg):
    return [one.text for one in fromstring(svg).iter(f"{SVG}text")]


def areas_drawn(svg):
    """The areas' paths: those of the map's own group, and not of a pattern."""
    return [one for group in fromstring(svg).findall(f"{SVG}g") for one in group.iter(f"{SVG}path")]


def areas_of(svg):
    return [one.get("fill") for one in areas_drawn(svg)]


def test_a_map_holds_its_areas_alone_with_classes_title_legend_and_source():
    svg = draw({"a": Shown("Umeå", 0), "b": Shown("Luleå", 3)})
    told = texts(svg)
    assert told[:2] == ["Lokala råd", "Nord"]
    assert {"Umeå", "Luleå", "Steg", "etablerat: 1", "uppgift saknas: 1"} <= set(told)
    assert told[-2:] == ["Läget 2026-09-30", "EXEMPELDATA"]
    assert areas_of(svg) == ["#08519c", "url(#hatch)"]


@pytest.mark.parametrize("place", range(len(KINDS)))
def test_each_class_has_its_fill_and_those_without_a_value_their_own_patterns(place):
    svg = draw({"a": Shown("A", place)})
    kind = KINDS[place]
    assert f"{kind.label}: 1" in texts(svg)
    assert areas_of(svg) == [f"url(#{kind.pattern})" if kind.pattern else kind.colour]
    rare = {one.label for one in KINDS if one.rare and one is not kind}
    assert not [one for one in texts(svg) if one.split(":")[0] in rare]


def to_grey(colour):
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_every_stage_is_told_from_the_others_in_grey():
    """A step by how light it is, all else by its own pattern."""
    kinds = stage_kinds()
    fills = [areas_of(to_svg(TWO, {"a": Shown("A", n)}, kinds, TOLD))[0] for n in range(len(kinds))]
    assert len(set(fills)) == len(ORDER)
    greys = sorted(to_grey(one) for one in fills if one.startswith("#"))
    assert len(greys) == len(STAGES)
    assert min(after - before for before, after in pairwise(greys)) >= 20  # of 255


def test_patterns_are_those_of_the_map_on_the_page():
    script = (Path(assets.__file__).parent / "map_js" / "style.js").read_text("utf-8")
    for name, (ground, lines, ink, width) in picture_fills.PATTERNS.items():
        assert f'{name}: ["{ground}", "{lines}", "{ink}", {width}]' in script


def test_a_rough_border_is_dashed_and_told():
    svg = draw({"a": Shown("A", 0, rough=True), "b": Shown("B", 0)})
    dashed = [bool(one.get("stroke-dasharray")) for one in areas_drawn(svg)]
    assert dashed == [True, False] and "ungefärlig gräns" in texts(svg)
    assert "ungefärlig gräns" not in texts(draw({"a": Shown("A", 0)}))


def test_of_bounds_nothing_is_drawn_outside_and_all_is_counted():
    areas = {"a": Shown("A", 0), "c": Shown("C", 0)}
    svg = draw(areas, bounds=[[60, 15], [61, 16]])
    assert 'clip-path="url(#ram)"' in svg and "etablerat: 2" in texts(svg)


def test_a_legend_stands_beside_a_narrow_map_on_wide_paper():
    areas = {"a": Shown("A", 0)}
    paper = Paper(700, 300, aside=True)
    beside, below = draw(areas, paper=paper), draw(areas, paper=paper._replace(aside=False))
    heights = [float(fromstring(one).get("height")) for one in (beside, below)]
    assert heights[0] < heights[1]


HOSTILE = "<script>alert(1)</script>\"'&]]>"


def test_a_name_is_text_in_the_picture_and_nothing_is_fetched():
    svg = draw({"a": Shown(HOSTILE, 0)}, Told([HOSTILE], HOSTILE, [HOSTILE]))
    root = fromstring(svg)
    assert HOSTILE in texts(svg)
    assert {one.tag for one in root.iter()} <= {
        f"{SVG}{name}" for name in ("svg", "defs", "pattern", "rect", "line", "g", "path", "text")
    }
    names = {name for one in root.iter() for name in one.attrib}
    assert not [name for name in names if name.startswith("on") or "href" in name]


def test_an_area_without_an_outline_is_in_the_legend_and_breaks_nothing():
    svg = draw({"x": Shown("Borta", 0)})
    assert "etablerat: 1" in texts(svg)
    assert areas_of(svg) == []


def test_no_areas_at_all_is_a_picture():
    assert texts(draw({}))[:2] == ["Lokala råd", "Nord"]


@given(
    st.lists(
        st.tuples(st.floats(11, 24), st.floats(55, 68), st.floats(1e-9, 3)), min_size=1, max_size=8
    )
)
def test_everything_is_drawn_within_the_picture(places):
    shapes = [square(f"k{n}", *place) for n, place in enumerate(places)]
    areas = {f"k{n}": Shown("N", 3) for n in range(len(places))}
    svg = to_svg(outlines(*shapes), areas, KINDS, Told([], "", []))
    root = fromstring(svg)
    wide, high = float(root.get("width")), float(root.get("height"))
    for path in areas_drawn(svg):
        for step in path.get("d").strip("MZ").replace("ZM", "L").split("L"):
            if step:
                x, y = map(float, step.split())
                assert 0 <= x <= wide and 0 <= y <= high


def test_names_do_not_stand_on_each_other():
    close = [square(f"k{n}", 15 + n / 100, 60, 0.01) for n in range(3)]
    areas = {f"k{n}": Shown("Långt namn", 3) for n in range(3)}
    svg = to_svg(outlines(*close), areas, KINDS, Told([], "", []))
    names = [one for one in fromstring(svg).iter(f"{SVG}text") if one.text == "Långt namn"]
    heights = sorted(float(one.get("y")) for one in names)
    assert all(after - before >= 12 for before, after in pairwise(heights))


# Over time


def test_the_days_are_every_quarters_last_and_the_day_itself():
    days = to_days(date(2023, 11, 9), date(2024, 8, 15))
    assert days == [date(2023, 12, 31), date(2024, 3, 31), date(2024, 6, 30), date(2024, 8, 15)]
    assert to_days(date(2023, 11, 9), date(2023, 11, 9)) == [date(2023, 11, 9)]
    assert to_days(date(2023, 11, 9), date(2023, 12, 31)) == [date(2023, 12, 31)]


def test_a_bar_has_a_part_for_each_stage_that_there_is():
    frame = to_chart(STEPS).data["stages"]
    sums = frame.groupby("period")["count"].sum()
    assert dict(sums) == {"2025 K3": 12, "2026 K3": 12}
    assert set(frame["stage"]) == {"etablerat", "planerat", "ej aktuellt", "uppgift saknas"}


def test_the_table_says_the_same():
    table = to_table(STEPS)
    assert table.to_dict("records")[0] == {
        "Läget": "2026 K3", "Etablerat": 5, "Planerat": 6, "Ej aktuellt": 1, "Uppgift saknas": 0,
    }  # fmt: skip


def test_the_words_say_how_many_now_and_a_year_before():
    assert to_words(STEPS) == "5 av 12 områden har ett etablerat råd 2026 K3. 2025 K3: 3 av 12."
    assert to_words(STEPS[1:]) == "5 av 12 områden har ett etablerat råd 2026 K3."


def test_a_leap_day_has_a_year_before():
    steps = [(date(2023, 2, 28), Counter({None: 1})), (date(2024, 2, 29), Counter({None: 1}))]
    assert "2023-02-28: 0 av 1" in to_words(steps)


# Kept and back

VALUES = st.one_of(st.none(), st.integers(-(10**6), 10**6), st.text(max_size=8), st.booleans())


@given(st.lists(st.tuples(VALUES, VALUES), max_size=6))
def test_a_table_comes_back_as_it_was(rows):
    kept = picture_frames.to_table(pd.DataFrame(rows, columns=["a", "b"], dtype="object"))
    json.dumps(kept, allow_nan=False)
    again = picture_frames.to_table(picture_frames.from_table(json.loads(json.dumps(kept))))
    assert again["rows"] == kept["rows"] == [list(row) for row in rows]


def test_a_chart_comes_back_as_it_was():
    drawn = Drawing({"mark": "bar"}, {"x": pd.DataFrame({"a": [1.5, None]})}, {"top": 3.0})
    kept = json.loads(json.dumps(picture_frames.to_drawing(drawn), allow_nan=False))
    again = picture_frames.from_drawing(kept)
    assert picture_frames.to_drawing(again) == kept
    assert again.data["x"]["a"].isna().to_list() == [False, True]


def test_the_same_chart_is_always_the_same_bytes():
    kept = [json.dumps(picture_frames.to_drawing(to_chart(STEPS)), sort_keys=True) for _ in "12"]
    assert kept[0] == kept[1]
    assert json.loads(kept[0])["spec"]["height"] == picture_chart.HEIGHT
