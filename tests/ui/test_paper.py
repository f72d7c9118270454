"""Tables as they are printed: no day is broken, no column is cut, and a long one is left out."""

import re
from datetime import date

import pandas as pd
import pytest

from ui import paper


def to_strips(table, heads=1):
    """The strips as they are printed: names of columns, and the cells of each row."""
    found = []
    for strip in paper.to_twin(table, heads).split("\n\n"):
        lines = [line.removeprefix("| ").removesuffix(" |") for line in strip.split("\n")]
        rows = [line.split(" | ") for line in lines]
        found.append((rows[0], rows[2:]))
    return found


def test_a_wide_table_is_printed_in_strips_that_each_say_what_a_row_is_of():
    quarters = {f"2026 K{n}": [n] for n in range(1, 30)}
    table = pd.DataFrame({"Polisregion": ["Bergslagen"], **quarters})
    strips = to_strips(table)
    assert len(strips) > 1 and all(names[0] == "Polisregion" for names, _rows in strips)
    assert [name for names, _rows in strips for name in names[1:]] == list(quarters)
    assert [one for _names, rows in strips for one in rows[0][1:]] == [str(n) for n in range(1, 30)]


def test_a_narrow_table_is_one_strip_and_one_of_heads_alone_too():
    assert len(to_strips(pd.DataFrame({"a": [1], "b": [2]}))) == 1
    assert len(to_strips(pd.DataFrame({"a": [1]}))) == 1


def test_a_column_of_one_endless_word_has_a_strip_of_its_own_and_ends():
    table = pd.DataFrame({"a": ["x"], "b": ["y" * 500], "c": ["z"]})
    assert [names for names, _rows in to_strips(table)] == [["a", "b"], ["a", "c"]]


def test_a_day_is_kept_on_its_line_on_paper_and_is_as_it_is_on_the_screen():
    text = "från 2026-10-02 till 2026-10-03"
    table = pd.DataFrame({"Sedan": [date(2026, 11, 1)], "Text": [text]})
    ((day, words),) = to_strips(table)[0][1]
    assert day == "2026\u2060-\u206011\u2060-\u206001" and words.count("\u2060") == 8
    assert "\u2060" not in paper.to_texts(table)["Sedan"][0]


def test_numbers_have_the_decimals_that_the_table_has():
    table = pd.DataFrame({"Per 1 000": [3.05, 0.8], "Antal": [1632, 0]})
    assert to_strips(table)[0][1] == [["3,05", "1\u00a0632"], ["0,80", "0"]]


@pytest.mark.parametrize("text", ["a | b", "rad\n\nrad | x", "**fet** <b>", "[länk](x)", "---"])
def test_text_is_text_and_stays_in_its_cell(text):
    table = pd.DataFrame({"Namn": [text], text: ["x"]})
    ((names, rows),) = to_strips(table)
    assert len(rows) == 1 and len(names) == len(rows[0]) == 2
    assert not re.search(r"(?<!\\)[<>*|\[\]]", rows[0][0])


def test_a_long_table_is_left_to_its_file():
    twin = paper.to_twin(pd.DataFrame({"a": range(paper.MOST + 1)}))
    assert "101 rader" in twin and "|" not in twin
