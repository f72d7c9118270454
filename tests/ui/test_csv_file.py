"""What every export is written by: a file that Swedish Excel opens, with no formula in it."""

import csv
import io
import re
from datetime import date

import numpy as np
import pandas as pd
import pytest

from tests.test_architecture import PYTHON
from ui import csv_file


def to_rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_text_that_a_spreadsheet_would_read_as_a_formula_is_neutralised_everywhere(start):
    text = f"{start}HYPERLINK(1)"
    rows = to_rows(csv_file.to_csv(pd.DataFrame({text: [text]}), [[text]]))
    assert rows == [[f"'{text}"], [], [f"'{text}"], [f"'{text}"]]


@pytest.mark.parametrize("text", ["Luleå", "a=1", "5-10", " ", "'=1", "–"])
def test_other_text_is_left_as_it_is(text):
    assert csv_file.to_cell(text) == text


@pytest.mark.parametrize(
    ("value", "cell"),
    [(-3, "-3"), (np.int64(-3), "-3"), (-2.5, "-2,5"), (0, "0"), (date(2025, 6, 30), "2025-06-30")],
)
def test_numbers_and_days_stay_what_they_are(value, cell):
    assert csv_file.to_cell(value) == cell


@pytest.mark.parametrize("nothing", [None, float("nan"), pd.NA, pd.NaT])
def test_a_missing_value_is_an_empty_cell(nothing):
    assert csv_file.to_cell(nothing) == ""


def test_the_file_opens_in_swedish_excel():
    data = csv_file.to_csv(pd.DataFrame({"Å": [1], "Ö": ["a;b"]}))
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == 'Å;Ö\r\n1;"a;b"\r\n'


def test_no_export_has_a_way_round_it():
    """Tables become files by the helper alone, not by pandas or the csv module."""
    texts = {f: f.read_text("utf-8") for f in PYTHON if f.parent.name in ("pages", "ui")}
    ours = {f.stem for f, text in texts.items() if f.parent.name == "ui" and "csv_file" in text}
    for file, text in texts.items():
        assert file.name == "csv_file.py" or "csv.writer" not in text, file
        owners = set(re.findall(r"([\w.)\]]*)\.to_csv\(", text))
        assert owners <= ours | {"csv_file"}, file


def test_a_note_is_its_words_alone():
    assert csv_file.to_note("Försök igen om en minut.").decode("utf-8-sig").strip() == (
        "Försök igen om en minut."
    )
