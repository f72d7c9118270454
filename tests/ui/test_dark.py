"""Two themes: text is read in both, and what is drawn stays what it is when light and dark change
places."""

import re
import tomllib
from colorsys import rgb_to_hls
from itertools import pairwise

import pytest

from settings import ROOT
from tests.contrast import filters_of, to_colour, to_contrast, to_luminance, turned
from ui import (
    chart_base,
    goal_words,
    measure_place_words,
    meeting_classes,
    obstacle_words,
    resource_words,
    review_words,
)
from ui.palette import BLUES, GREY, ORANGE
from web.api.style import STYLE

WEB, MAP = ROOT / "web", ROOT / "ui" / "map_js" / "style.js"
SCREEN = (WEB / "screen.css").read_text("utf-8")
THEMES = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
(HOW,) = filters_of(WEB / "screen.css")
KINDS = (
    goal_words.status_kinds,
    measure_place_words.place_kinds,
    obstacle_words.count_kinds,
    resource_words.cell_kinds,
)
CELLS = sorted(
    {(one.colour, one.ink) for one in meeting_classes.classes().values()}
    | {pair for kinds in KINDS for pair in kinds().values()}
)


def page_of(theme):
    return to_colour(THEMES[theme]["backgroundColor"])


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_pages_text_is_read_on_all_that_it_stands_on(theme):
    colours = {name: to_colour(text) for name, text in THEMES[theme].items() if text[0] == "#"}
    for ground in ("backgroundColor", "secondaryBackgroundColor"):
        for text in ("textColor", "linkColor"):
            assert to_contrast(colours[text], colours[ground]) >= 4.5
    assert to_contrast(colours["primaryColor"], to_colour("#ffffff")) >= 4.5  # a button's text
    assert to_contrast(colours["primaryColor"], colours["backgroundColor"]) >= 3


def test_no_colour_is_that_of_both_themes():
    assert THEMES["light"].keys() - THEMES["dark"].keys() == {"chartCategoricalColors"}
    assert not [name for name in THEMES if name.endswith(("Color", "Colors", "base"))]


def test_style_sheets_have_the_themes_colours():
    light, dark = THEMES["light"], THEMES["dark"]
    for sheet in (SCREEN, STYLE):
        assert f"light-dark({light['linkColor']}, {dark['linkColor']})" in sheet
        assert f"light-dark({light['textColor']}, {dark['textColor']})" in sheet
    for sheet in (SCREEN, MAP.read_text("utf-8")):
        assert dark["backgroundColor"] in sheet


def test_everything_is_turned_around_in_the_same_way():
    assert {HOW} == filters_of(WEB / "paper.css") == filters_of(MAP)


@pytest.mark.parametrize(("colour", "ink"), CELLS)
def test_text_in_a_cell_is_read_in_both_themes(colour, ink):
    pair = to_colour(colour), to_colour(ink)
    assert to_contrast(*pair) >= 4.5
    assert to_contrast(*(turned(one, HOW) for one in pair)) >= 4.5


@pytest.mark.parametrize("ink", [chart_base.INK, chart_base.QUIET, chart_base.FOCUS])
def test_text_in_a_chart_is_read_on_the_page_in_both_themes(ink):
    assert to_contrast(to_colour(ink), page_of("light")) >= 4.5
    assert to_contrast(turned(to_colour(ink), HOW), page_of("dark")) >= 4.5


def test_more_is_darker_on_light_and_lighter_on_dark_and_told_from_its_neighbours():
    blues = [to_colour(one) for one in BLUES]
    for one, more in pairwise(blues):
        assert to_luminance(one) > to_luminance(more)
        less, then = turned(one, HOW), turned(more, HOW)
        assert to_luminance(less) < to_luminance(then)
        assert min(to_contrast(one, more), to_contrast(less, then)) > 1.35
    assert to_contrast(turned(blues[0], HOW), page_of("dark")) >= to_contrast(
        blues[0], page_of("light")
    )


@pytest.mark.parametrize("text", [*BLUES, ORANGE, "#1b6b43", "#8fceaa", "#f0a35e", "#d97706"])
def test_a_hue_is_kept(text):
    colour = to_colour(text)
    before, after = (rgb_to_hls(*one)[0] for one in (colour, turned(colour, HOW)))
    assert abs(before - after) < 0.06


def test_what_is_white_becomes_the_page():
    assert to_contrast(turned(to_colour("#ffffff"), HOW), page_of("dark")) < 1.1
    assert to_contrast(turned(to_colour(GREY), HOW), page_of("dark")) > 1.4


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("tint", review_words.TINTS.values())
def test_text_is_read_on_the_tint_of_a_state(tint, theme):
    *parts, seen = (float(one) for one in re.findall(r"[\d.]+", tint))
    under = [seen * part / 255 + (1 - seen) * one
             for part, one in zip(parts, page_of(theme), strict=True)]  # fmt: skip
    assert to_contrast(tuple(under), to_colour(THEMES[theme]["textColor"])) >= 7
    assert to_contrast(tuple(under), page_of(theme)) > 1.1
