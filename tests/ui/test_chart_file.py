"""A chart as a file: the same chart, with what it is and where it is from in the picture."""

import io
import re

import pytest
from defusedxml import ElementTree
from PIL import Image

from ui import bars, chart_file, picture_file
from ui.bars import Bar
from ui.chart_base import Drawing, Title

HOSTILE = '<script>alert(1)</script>&"'
TITLE = Title(("Individer per insats", "Sverige, 2026 K3"), ("Läget 2026-11-01", "EXEMPELDATA"))


def to_text(svg):
    """All words of the picture; it must be one that another program can read."""
    return " ".join(ElementTree.fromstring(svg).itertext())


def drawing(name="Orossamtal"):
    return bars.to_bars([Bar(name, 1632.5, "1 632,5"), Bar("Annat", None, "skyddat")], "Individer")


def test_the_picture_says_what_it_is_of_which_day_and_that_it_is_made_up():
    text = to_text(chart_file.to_svg(drawing(), TITLE))
    for words in (*TITLE.lines, *TITLE.source, "Orossamtal", "1 632,5", "skyddat", "Individer"):
        assert words in text
    for broken in ("undefined", "NaN", "null", "Infinity"):
        assert broken not in text


def test_numbers_are_swedish_and_the_picture_is_as_wide_as_print():
    svg = chart_file.to_svg(drawing(), TITLE)
    assert "1\N{NO-BREAK SPACE}000" in to_text(svg)
    assert float(ElementTree.fromstring(svg).get("width")) >= chart_file.WIDTH


def test_a_chart_for_paper_is_narrow_enough_to_be_read_there():
    bare = Drawing({"mark": "point", "data": {"values": [{}]}}, {})
    wide, narrow = (
        float(ElementTree.fromstring(one).get("width"))
        for one in (
            chart_file.to_svg(bare, TITLE),
            chart_file.to_svg(bare, TITLE, width=500),
        )
    )
    assert wide - narrow == pytest.approx(chart_file.WIDTH - 500, abs=2)


def test_text_from_people_is_text():
    svg = chart_file.to_svg(drawing(HOSTILE), TITLE._replace(lines=(HOSTILE,)))
    assert HOSTILE in to_text(svg)
    assert b"<script" not in svg


def test_nothing_leads_to_another_host():
    found = re.findall(rb"https?://[^\"' ]+", chart_file.to_svg(drawing(), TITLE))
    assert {one for one in found if b"www.w3.org" not in one} == set()


def test_a_drawing_that_asks_another_host_is_refused():
    wrong = drawing()
    wrong.spec["layer"][0]["data"] = {"url": "https://example.org/figures.json"}
    with pytest.raises(ValueError, match=r"example\.org|not allowed|denied"):
        chart_file.to_svg(wrong, TITLE)


def test_a_refusal_is_a_picture_of_words():
    assert to_text(chart_file.to_note(f"Du är utloggad. {HOSTILE}")).endswith(HOSTILE)


def test_for_print_it_is_sixteen_centimetres_at_three_hundred_dots_an_inch():
    with Image.open(io.BytesIO(chart_file.to_png(drawing(), TITLE))) as picture:
        assert picture.width == picture_file.WIDTH == 1890
        assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.1)
        assert len(picture.convert("L").getcolors(100_000)) > 20, "an empty sheet"


def test_a_picture_that_says_not_how_wide_it_is_is_refused():
    with pytest.raises(picture_file.NoPicture):
        picture_file.to_png(b"<svg></svg>")
