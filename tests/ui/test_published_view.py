"""Published figures on the screen: what is joined, what is hollow, and all that the table tells."""

import pandas as pd
import pytest

from data_access.public import load_published
from data_access.published import to_published
from ui import published_chart, published_view, published_words

FIGURES = to_published(load_published())
SERIES = dict(iter(FIGURES.groupby("series", sort=False)))
DRAWN = [
    code for code, rows in SERIES.items() if published_view.has_course(published_view.to_told(rows))
]


def told(code):
    return published_view.to_told(SERIES[code])


def layers(code):
    """The chart's parts by their mark, as the browser gets them, and its data."""
    spec = published_chart.to_chart(told(code)).to_dict()
    (rows,) = spec["datasets"].values()
    parts = {}
    for layer in spec["layer"]:
        parts.setdefault(layer["mark"]["type"], []).append(layer)
    return parts, rows


def test_what_has_a_course_is_drawn():
    assert len(DRAWN) == 13
    assert "under-15-sprangning" in DRAWN
    assert "natverk-aktiva" not in DRAWN  # one figure
    assert "lvu-placerade" not in DRAWN  # one year of each sex
    assert "omhandertagna" not in DRAWN  # ages one year, sexes another


@pytest.mark.parametrize("code", DRAWN)
def test_lines_follow_segments_and_no_segment_joins_a_part_of_a_year(code):
    parts, rows = layers(code)
    (line,) = parts["line"]
    assert line["encoding"]["detail"]["field"] == "segment"
    for _segment, joined in pd.DataFrame(rows).groupby("segment"):
        assert len(joined) == 1 or not joined["part_year"].any()
        assert joined["strand"].nunique() == 1


def test_a_part_of_a_year_is_hollow_and_names_its_period():
    parts, rows = layers("under-15-sprangning")
    (point,) = parts["point"]
    fill = point["encoding"]["fill"]
    assert fill["condition"]["test"] == "datum.part_year"
    assert fill["condition"]["value"] == "#ffffff"
    part = [row["label"] for row in rows if row["part_year"]]
    assert part == ["54 (januari–november)"]


def test_a_label_goes_below_where_another_is_close_above():
    _parts, rows = layers("sprangningar")
    below = {(row["year"], row["strand"]) for row in rows if row["below"]}
    assert below == {(2024, "polisregion Syd")}


@pytest.mark.parametrize("code", DRAWN)
def test_numbers_are_never_written_as_powers(code):
    parts, _rows = layers(code)
    assert parts["line"][0]["encoding"]["y"]["axis"]["format"] == ",~f"


@pytest.mark.parametrize("code", SERIES)
def test_the_table_tells_all_of_every_figure(code):
    rows = told(code)
    table = published_view.to_table(rows)
    assert list(table.columns) == [
        "Period", "Värde", "Enhet", "Avser", "Källa", "Tillförlitlighet", "Att veta",
    ]  # fmt: skip
    assert len(table) == len(rows)
    for column in table.columns.drop("Att veta"):
        assert table[column].str.strip().ne("").all(), column
    for row in rows.to_dict("records"):
        assert table["Källa"].str.contains(f"]({row['url']})", regex=False).any()
        assert table["Värde"].eq(row["told"]).any()
    assert set(table["Tillförlitlighet"]) <= {"hög", "medel", "låg"}


@pytest.mark.parametrize("code", SERIES)
def test_the_text_for_those_who_see_no_chart_has_every_figure(code):
    rows = told(code)
    text = published_words.summary(rows)
    for row in rows.to_dict("records"):
        assert f"{row['period_told']}: {row['told']}" in text


def test_a_rule_that_differs_is_told_on_each_row():
    table = published_view.to_table(told("sprangningar"))
    assert set(table["Att veta"]) == {
        "sprängningar i polisens statistik",
        "explosioner enligt Nationellt bombdatacenter",
    }
    assert set(published_view.to_table(told("15-20-lagforing"))["Att veta"]) == {""}


def test_words():
    assert published_words.to_value(0.4) == "0,4"
    assert published_words.to_value(18956.0) == "18\u00a0956"
    assert published_words.to_period(2024, "helår", part_year=False) == "2024"
    assert published_words.to_period(2025, "31 juli", part_year=True) == "2025, 31 juli"
    row = {"area": "se", "age": "15–20", "sex": "kvinna"}
    assert published_words.of_whom(row) == "hela landet, 15–20 år, kvinnor"
    assert published_words.of_whom({"area": "pr-syd", "age": "alla", "sex": "totalt"}) == (
        "polisregion Syd"
    )


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://a.se/x) [y](z", "//a.se"])
def test_only_a_plain_address_becomes_a_link(url):
    assert published_words.to_link("Källa [1]", url) == "Källa \\[1\\]"


def test_a_title_is_text():
    assert published_words.to_link("[a](b)*", "https://a.se/x") == (
        "[\\[a\\](b)\\*](https://a.se/x)"
    )
