"""Names of rows are on two lines in a narrow chart, and on one elsewhere."""

import re

import pandas as pd
import pytest
import vl_convert

from ui import bars, chart_file, heat
from ui.bars import Bar
from ui.chart_base import NARROW, Drawing, Title
from ui.heat import HIGH, ROW, Heat

NAMES = ["Trygg hemflyttning och utslussning", "Orossamtal", "Åklagarmyndigheten"]
BARS = [Bar(name, 3, "3") for name in NAMES]


def to_cells(row: int) -> Drawing:
    """Goals of the region A, of rows so high."""
    names = ["Färre unga misstänkta för grova brott", "Skolan deltar", "Vården är med oftare"]
    told = pd.DataFrame({"row": names, "column": "A", "kind": "k", "told": "↗ på väg"})
    shape = Heat(names, ["A"], {"k": ("#fff", "#000")})
    return heat.to_heat(shape, told.assign(about=""), row)


@pytest.fixture
def to_texts(monkeypatch):
    """to_texts(narrow) → the words of the chart's picture, line by line."""

    def draw(narrow, drawing=None):
        monkeypatch.setattr(chart_file, "NARROW", "told below")
        drawing = drawing or bars.to_bars(BARS, "Individer")
        spec = chart_file.to_vega(drawing, Title(("T",), ()), 390)
        assert NARROW in spec
        svg = vl_convert.vegalite_to_svg(spec.replace(NARROW, narrow), allowed_base_urls=[])
        return re.findall(r">([^<>]+)</t", svg)

    return draw


def test_a_long_name_is_on_two_lines_in_a_narrow_chart(to_texts):
    texts = to_texts("true")
    place = texts.index("Trygg hemflyttning")
    assert texts[place + 1] == "och utslussning"
    assert {"Orossamtal", "Åklagarmyndigheten"} <= set(texts)


def test_names_are_whole_on_one_line_elsewhere(to_texts):
    assert set(NAMES) <= set(to_texts("false"))


def test_where_rows_are_high_a_name_is_on_three_lines_if_two_are_too_long(to_texts):
    texts = to_texts("true", to_cells(HIGH))
    assert "Färre unga,misstänkta för,grova brott" in ",".join(texts)
    assert "Skolan deltar" in texts
    assert "Vården är med,oftare" in ",".join(texts)


def test_where_rows_are_low_two_lines_are_what_there_is_room_for(to_texts):
    texts = to_texts("true", to_cells(ROW))
    below = texts[texts.index("Färre unga") + 1]
    assert below.startswith("misstänkta ")
    assert "grova brott" not in texts


def test_a_narrow_cell_tells_its_sign_alone_and_a_wide_one_the_word_too(to_texts):
    assert "↗" in to_texts("true", to_cells(HIGH))
    assert "↗ på väg" not in to_texts("true", to_cells(HIGH))
    assert "↗ på väg" in to_texts("false", to_cells(HIGH))
