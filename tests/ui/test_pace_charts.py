"""The charts of Etablering: what they draw, also of nothing, of one and of very many."""

from datetime import date, timedelta

import pandas as pd
import pytest

from indicators.courses import Course, Heard, Turn
from indicators.forecast import Forecast
from indicators.pace import Stop, to_stops
from indicators.periods import Quarter
from indicators.stages import ALL_STAGES
from ui import course_chart, new_chart, stage_chart, time_axis
from ui.palette import stage_label
from ui.stage_chart import Bar
from ui.stage_colours import ORDER, colour

FIRST, ON = date(2023, 11, 9), date(2024, 5, 1)
MARKS = time_axis.to_marks(
    pd.DataFrame(
        {
            "day": [date(2023, 9, 29), date(2023, 12, 31), date(2024, 5, 1), date(2024, 5, 2)],
            "event": ["a", "b", "c", "d"],
            "kind": ["underlag", "frist", "beslut", "frist"],
        }
    ),
    FIRST,
    ON,
)


def test_a_day_is_its_first_moment_in_utc():
    assert time_axis.to_ms(date(1970, 1, 2)) == 24 * 3600 * 1000


def test_marks_are_those_within_the_days():
    assert MARKS["told"].to_list() == ["2023-12-31 b", "2024-05-01 c"]
    assert MARKS["kind"].to_list() == ["frist", "beslut"]


def test_every_stage_and_no_data_have_a_place_and_a_colour_of_their_own():
    assert set(ORDER) == {*ALL_STAGES, None}
    assert len({colour(stage) for stage in ORDER}) == len(ORDER)
    assert len({stage_label(stage) for stage in ORDER}) == len(ORDER)


def bars(*counts):
    return [Bar(stop, dict(of)) for stop, of in zip(to_stops(FIRST, ON), counts, strict=False)]


def test_stages_are_stacked_with_the_established_at_the_bottom():
    rows = stage_chart.to_rows(bars({None: 1, "etablerat": 2, "planerat": 3}), FIRST)
    assert rows["told"].to_list() == ["etablerat", "planerat", "uppgift saknas"]
    assert rows["low"].to_list() == [0, 2, 5] and rows["high"].to_list() == [2, 5, 6]
    assert rows["label"].to_list() == ["2", "", ""]
    assert rows["from"].unique() == [time_axis.to_ms(FIRST)]


def test_a_number_that_has_no_room_is_left_to_the_table():
    rows = stage_chart.to_rows(bars({"etablerat": 1, "planerat": 94}), FIRST)
    assert rows["label"].to_list() == ["", ""]


@pytest.mark.parametrize("stage", [*ALL_STAGES, None])
def test_all_areas_in_one_stage_are_one_bar(stage):
    drawing = stage_chart.to_chart(bars({stage: 95}), FIRST, MARKS, None)
    (row,) = drawing.data["bars"].to_dict("records")
    assert (row["told"], row["low"], row["high"]) == (stage_label(stage), 0, 95)
    assert drawing.data["ahead"].empty


def test_the_range_stands_at_its_day_above_those_that_are_established():
    ahead = Forecast(date(2026, 12, 10), 2, 7, 20, 30, Quarter(2025, 4), Quarter(2026, 3))
    drawing = stage_chart.to_chart(bars({"etablerat": 5, None: 30}), FIRST, MARKS, ahead)
    (row,) = drawing.data["ahead"].to_dict("records")
    assert (row["low"], row["high"]) == (7, 12)
    assert row["told"] == "mellan 7 och 12 den 2026-12-10"


def test_eighty_quarters_have_bars_and_no_numbers_in_them():
    many = [
        Bar(Stop(one, one.last), {"etablerat": 3})
        for one in Quarter.range(Quarter(2007, 1), Quarter(2026, 4))
    ]
    few = stage_chart.to_chart(many[:24], FIRST, MARKS, None)
    drawing = stage_chart.to_chart(many, FIRST, MARKS, None)
    assert len(drawing.data["bars"]) == 80
    assert len(few.spec["layer"]) == len(drawing.spec["layer"]) + 1


def course(code, *turns, first=-1):
    told = tuple(Heard(FIRST + timedelta(days=day), stage, "Råd") for day, stage in turns if stage)
    return Course(
        code, "po", "pr", "l", "k", FIRST + timedelta(days=first), None,
        tuple(Turn(FIRST + timedelta(days=day), stage) for day, stage in turns), told,
    )  # fmt: skip


def test_a_row_has_its_spans_from_its_first_day_to_the_last():
    courses = [
        course("a", (0, "ej-paborjat"), (30, "planerat")),
        course("b", (10, "planerat"), (20, None)),
        course("c"),
        course("d", (0, "etablerat"), first=100),
    ]
    names = {one.code: one.code.upper() for one in courses}
    spans = course_chart.to_spans(courses, names, FIRST, ON)
    assert list(spans[["name", "told", "since"]].itertuples(index=False, name=None)) == [
        ("A", "ej påbörjat", "2023-11-09"),
        ("A", "planerat", "2023-12-09"),
        ("B", "uppgift saknas", "2023-11-09"),
        ("B", "planerat", "2023-11-19"),
        ("B", "uppgift saknas", "2023-11-29"),
        ("C", "uppgift saknas", "2023-11-09"),
        ("D", "etablerat", "2024-02-17"),
    ]
    for _name, own in spans.groupby("name"):
        assert own["to"].iloc[-1] == time_axis.to_ms(ON)
        assert (own["from"].iloc[1:].to_numpy() == own["to"].iloc[:-1].to_numpy()).all()
    drawing = course_chart.to_chart(courses, names, {"a": 1200}, FIRST, ON, MARKS)
    assert drawing.data["still"].to_dict("records")[0] | {"at": 0} == {
        "name": "A", "at": 0, "days": "1\u00a0200 d",
    }  # fmt: skip


def test_on_the_first_day_the_charts_are_whole():
    courses = [course("a", (0, "ej-paborjat"))]
    drawing = course_chart.to_chart(courses, {"a": "A"}, {}, FIRST, FIRST, MARKS)
    assert len(drawing.data["spans"]) == 1
    drawing = stage_chart.to_chart(
        [Bar(Stop(Quarter(2023, 4), FIRST), {None: 1})], FIRST, MARKS, None
    )
    assert len(drawing.data["bars"]) == 1


def test_the_latest_twelve_quarters_have_a_cell_each_with_zero_where_none_is_new():
    quarters = Quarter.range(Quarter(2020, 1), Quarter(2024, 2))
    new = {Quarter(2024, 2): 4, Quarter(2020, 1): 9}
    cells = new_chart.to_chart([("A", new), ("B", {})], quarters).data["cells"]
    assert len(cells) == 24
    assert cells["period"].min() == "2021K3"
    assert cells.set_index(["name", "period"]).loc[("A", "2024K2"), "label"] == "4"
    assert set(cells.loc[cells["name"] == "B", "label"]) == {"0"}
    assert set(new_chart.to_chart([("B", {})], quarters).data["cells"]["share"]) == {0}
