"""A table as CSV for people and for programs, and safe names of files."""

from datetime import date
from pathlib import PurePosixPath, PureWindowsPath

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui import sheet_files
from ui.file_names import LONGEST, to_file_name
from ui.sheet import Beside, Sheet, to_about

TABLE = pd.DataFrame(
    {
        "Område": ["Umeå", "Järva"],
        "Per 1 000": [3.05, float("nan")],
        "Sedan": [date(2026, 1, 2), None],
        "Att veta": ["a, b", "skyddat"],
    }
)
ABOUT = to_about("Karta", "Sverige", date(2026, 11, 1), "Det.", "Utgåva 1", example=True)
ONE = Sheet(TABLE, "", ABOUT, beside=Beside(codes=["lpo-umea", "lpo-jarva"]))


def test_programs_get_codes_points_and_what_each_gap_is():
    text = sheet_files.to_plain_csv(ONE).decode("utf-8")
    assert text.splitlines() == [
        "kod,Område,Per 1 000,Sedan,Att veta,luckor,dag,källa,exempeldata",
        'lpo-umea,Umeå,3.05,2026-01-02,"a, b",,2026-11-01,Utgåva 1,ja',
        "lpo-jarva,Järva,,,skyddat,Per 1 000: skyddat; Sedan: skyddat,2026-11-01,Utgåva 1,ja",
    ]


def test_swedish_excel_gets_a_mark_semicolons_and_commas():
    data = sheet_files.to_csv(ONE)
    assert data.startswith(b"\xef\xbb\xbf")
    lines = data.decode("utf-8-sig").splitlines()
    assert lines[-2:] == ["Umeå;3,05;2026-01-02;a, b", "Järva;skyddat;skyddat;skyddat"]
    assert lines[0] == "Lägesbild bob;Karta" and "EXEMPELDATA" in lines[5]


def test_a_formula_is_neutralised_for_programs_too():
    one = ONE._replace(table=pd.DataFrame({"=1+1": ["=2+2"]}), beside=Beside())
    lines = sheet_files.to_plain_csv(one).decode().splitlines()
    assert lines[0].startswith("'=1+1,") and lines[1].startswith("'=2+2,")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "etc-passwd.csv"),
        ('Malmö "Norr" 2026/K3', "malmo-norr-2026-k3.csv"),
        ("C:\\con\\nul", "c-con-nul.csv"),
        ("[]:*?/\\", "lagesbild.csv"),
        ("", "lagesbild.csv"),
        ("deltagande_over_tid", "deltagande-over-tid.csv"),
    ],
)
def test_a_name_is_safe(name, safe):
    assert to_file_name(name, "csv") == safe


@given(st.text(max_size=300))
def test_every_name_is_one_file_of_plain_signs(name):
    found = to_file_name(name, "xlsx")
    assert found.isascii() and found.endswith(".xlsx") and len(found) <= LONGEST + 5
    assert PurePosixPath(found).name == PureWindowsPath(found).name == found
    assert not found.startswith((".", "-"))
