import json

import pandas as pd
import pytest

import words
from indicators.signals.funnel import to_places
from tests.ui.trend_series import to_series
from ui import funnel_chart, trend_chart, trend_tables
from ui.trend_choice import TrendChoice
from ui.trend_points import AGAINST, FOCUS, to_line

RATES, COUNTS = TrendChoice("ran"), TrendChoice("ran", measure="antal")


def lines(choice=RATES, **columns):
    return [
        to_line("Umeå", FOCUS, to_series([20, None, 30, 5], **columns), choice),
        to_line("Sverige", AGAINST, to_series([21, 22, 23, 24]), choice),
    ]


def spec(drawing):
    """The chart as Vega-Lite; altair has checked it against the schema."""
    return drawing.spec


def rows(drawing):
    return [row for frame in drawing.data.values() for row in frame.to_dict("records")]


def test_the_numbers_of_a_chart_are_written_in_swedish():
    numbers = spec(trend_chart.to_chart(lines(), RATES))["config"]["locale"]["number"]
    assert numbers["decimal"] == "," and numbers["thousands"] == "\u00a0"


def test_every_point_of_every_line_is_in_the_chart_with_its_words():
    found = [row for row in rows(trend_chart.to_chart(lines(), RATES)) if "series" in row]
    assert len(found) == 8
    told = {(row["series"], row["period"]): row["told"] for row in found}
    assert told["Umeå", "2025K1"].startswith("20,0") and told["Umeå", "2025K2"] == "uppgift saknas"


def test_a_gap_is_no_number_in_the_chart():
    found = rows(trend_chart.to_chart(lines(), RATES))
    gap = next(r for r in found if r.get("series") == "Umeå" and r["period"] == "2025K2")
    assert pd.isna(gap["value"])


def test_preliminary_periods_are_shaded_and_named():
    plain, early = (
        spec(trend_chart.to_chart(lines(**more), RATES)) for more in ({}, {"reason": "preliminart"})
    )
    marks = [[layer["mark"]["type"] for layer in one["layer"]] for one in (plain, early)]
    assert "rect" not in marks[0] and "rect" in marks[1]
    found = trend_chart.to_chart(lines(reason="preliminart"), RATES).data["early"]
    assert found["told"].tolist() == ["", "preliminärt", "", ""]  # once, however many in a row


def test_a_break_is_drawn_with_why_when_it_is_in_the_chart():
    cuts = [("2025K3", "ny indelning, före: Norrmalm"), ("2019K1", "för länge sedan")]
    drawing = trend_chart.to_chart(lines(), RATES, cuts)
    assert drawing.data["cuts"]["told"].tolist() == ["ny indelning, före: Norrmalm"]
    assert "rule" in [layer["mark"]["type"] for layer in spec(drawing)["layer"]]


@pytest.mark.parametrize(
    ("choice", "title"),
    [(RATES, "Per 10 000 unga"), (COUNTS, "Antal"),
     (TrendChoice("ran", by="ar"), "Per 10 000 unga och år")],
)  # fmt: skip
def test_the_axis_says_what_is_counted(choice, title):
    assert trend_chart.axis_title(choice) == title


def test_small_charts_share_their_axis():
    top = trend_chart.to_top([lines()])
    assert top == 36  # the highest end of a band
    drawing = trend_chart.to_small(lines(), top)
    scales = [layer["encoding"]["y"].get("scale") for layer in spec(drawing)["layer"]]
    assert {"domainMin": 0, "domainMax": {"expr": "top"}, "nice": True} in scales
    assert drawing.parameters == {"top": 36}


def funnel(values):
    areas = pd.DataFrame(
        {"code": [f"a{at}" for at in range(len(values))], "value": pd.array(values, dtype="Int64")}
    ).assign(persons=10_000.0, below=0.0, above=0.0)
    placed, rate, dispersion = to_places(areas)
    placed["chosen"] = placed["code"] != "a0"
    names = {code: code.upper() for code in areas["code"]}
    return placed, names, funnel_chart.to_chart(placed, names, rate, dispersion, "a3")


def test_the_funnel_has_each_area_with_a_figure_its_limits_and_the_names_of_those_outside():
    _placed, _names, chart = funnel([40] * 30 + [90, None])
    points = [row for row in rows(chart) if "rate_told" in row]
    assert len({row["name"] for row in points}) == 31
    kinds = {row["kind"] for row in rows(chart) if "kind" in row}
    assert kinds == {"95\xa0%", "99,8\xa0%"}
    assert {row["name"] for row in points if row["named"]} == {"A3", "A30"}
    assert [row["name"] for row in points if not row["chosen"]] == ["A0"]


def test_the_limits_are_written_as_the_language_writes_them():
    with words.spoken("en"):
        _placed, _names, chart = funnel([40] * 30)
    assert {row["kind"] for row in rows(chart) if "kind" in row} == {"95%", "99.8%"}
    assert '"99.8%"' in json.dumps(chart.spec)


def test_charts_of_one_shape_share_what_takes_time_to_make_and_not_their_figures():
    one, other = (trend_chart.to_chart(lines(missing=n), RATES) for n in (0, 3))
    assert one.spec is other.spec
    assert one.data["points"]["told"].tolist() != other.data["points"]["told"].tolist()
    assert trend_chart.to_chart(lines(COUNTS), COUNTS).spec is not one.spec


def test_the_table_of_a_course_says_the_same_as_the_chart():
    table = trend_tables.to_course(lines(missing=3), RATES)
    assert list(table.columns) == ["Period", "Umeå", "Sverige", "lägst", "högst", "Att veta"]
    assert table["Period"].tolist() == ["2025 K4", "2025 K3", "2025 K2", "2025 K1"]
    assert table["Umeå"].isna().tolist() == [False, False, True, False]
    assert table.loc[2, "Att veta"] == "uppgift saknas"
    assert table.loc[3, "Att veta"] == "50\u00a0% av uppgifterna finns"


def test_the_table_of_areas_has_the_highest_first_and_a_word_for_each_gap():
    placed, names, _chart = funnel([40] * 30 + [90, None])
    rates = placed["value"].astype("Float64")
    full = placed.assign(per_10_000=rates, low=rates, high=rates, rate_reason="saknas")
    table = trend_tables.to_areas(full, names)
    assert table.loc[0, "Område"] == "A30" and table.loc[0, "Mot snittet"] == "över, mer än slumpen"
    assert table["Mot snittet"].iloc[-1] == "uppgift saknas"
    assert table["Unga"].isna().sum() == 1
