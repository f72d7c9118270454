"""Columns have room for their words, and a sheet lies down when it must."""

import pandas as pd
import pytest

from reports.document.blocks import Heading, Paragraph
from reports.document.grid import to_grid
from reports.document.layout import (
    PADDING,
    Part,
    sheet_points,
    text_ems,
    to_broken,
    to_layout,
    to_parts,
)
from tests.reports.document.samples import LONG, PLACES, grid_table

TEXT = Paragraph(("Text.",))


def layout_of(table):
    return to_layout(to_grid(table))


@pytest.mark.parametrize("columns", [1, 3, 8, 14, 20])
def test_a_table_is_never_wider_than_its_sheet(columns):
    layout = layout_of(grid_table(30, columns))
    assert sum(layout.widths) <= sheet_points(wide=layout.wide) + 1
    assert len(layout.widths) == columns


@pytest.mark.parametrize("columns", [1, 3, 8])
def test_every_word_has_room(columns):
    layout = layout_of(grid_table(30, columns))
    room = [(one - PADDING) / layout.size for one in layout.widths]
    assert all(text_ems("rad29kolumn0") <= one + 0.1 for one in room)


def test_a_small_table_stands_in_the_usual_size_and_is_kept_whole():
    layout = layout_of(PLACES)
    assert (layout.wide, layout.size, layout.short) == (False, 9.5, True)


def test_many_columns_lie_down_and_many_rows_go_on():
    layout = layout_of(grid_table(300, 14))
    assert layout.wide
    assert layout.size < 9.5
    assert not layout.short


def test_a_word_of_hundreds_of_signs_takes_no_room_from_the_rest():
    frame = pd.DataFrame({"Namn": ["Umeå kommun"], "Text": [LONG], "Antal": [12345]})
    grid = to_grid(PLACES._replace(frame=frame, decimals=()))
    layout = to_layout(grid)
    assert sum(layout.widths) <= sheet_points(wide=layout.wide) + 1
    assert layout.widths[0] >= text_ems("kommun") * layout.size + PADDING
    assert to_broken(grid, layout) == [[], [LONG], []]


@pytest.mark.parametrize("columns", [1, 3, 8])
def test_a_word_that_has_room_is_not_broken(columns):
    grid = to_grid(grid_table(30, columns))
    assert to_broken(grid, to_layout(grid)) == [[]] * columns


def test_a_table_of_words_stands_as_long_as_its_words_have_room():
    rows = ["Statens institutionsstyrelse", "726 av 741 möten (98 %)", "73 av 76 möten (96 %)"]
    frame = pd.DataFrame([[*rows, 34.5, 27945000]], columns=["Aktör", "Lokala", "Regionala",
                         "Årsarbetskrafter 2025", "Kronor"])  # fmt: skip
    assert not layout_of(PLACES._replace(frame=frame, decimals=())).wide


def test_headings_above_a_wide_table_lie_down_with_it():
    wide, small = grid_table(2, 14), PLACES
    blocks = (Heading("A"), TEXT, Heading("B"), Heading("C", 2), wide, TEXT, Heading("D"), small)
    parts = list(to_parts(blocks, {"wide"}))
    assert parts == [Part(False, blocks[:2]), Part(True, blocks[2:5]), Part(False, blocks[5:])]


def test_no_blocks_are_no_parts():
    assert list(to_parts((), set())) == []
