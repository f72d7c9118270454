"""Names of rows are on two lines in a narrow chart, and on one elsewhere."""

import re

import pytest
import vl_convert

from ui import bars, chart_file
from ui.bars import Bar
from ui.chart_base import NARROW, Title

NAMES = ["Trygg hemflyttning och utslussning", "Orossamtal", "Åklagarmyndigheten"]
BARS = [Bar(name, 3, "3") for name in NAMES]


@pytest.fixture
def to_texts(monkeypatch):
    """to_texts(narrow) → the words of the chart's picture, line by line."""

    def draw(narrow):
        monkeypatch.setattr(chart_file, "NARROW", "told below")
        drawing = bars.to_bars(BARS, "Individer")
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
