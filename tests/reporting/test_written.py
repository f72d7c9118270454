"""What was reported, as it is written in a form and as a draft keeps it."""

from datetime import date

import pytest

from reporting.kinds import kinds
from reporting.reading.numbers import to_amount
from reporting.rows import Row
from reporting.values import Gap
from reporting.written import option_name, to_content, to_written
from tests.reporting.checked import CONTEXT


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (1234, "1234"),
        (1.5, "1,5"),
        (2.0, "2"),
        (0.00001, "0,00001"),
        (Gap.MISSING, ".."),
        (Gap.NOT_APPLICABLE, "."),
        (date(2026, 11, 1), "2026-11-01"),
        ("medlem", "medlem"),
    ],
)
def test_a_value_is_written_as_people_write_it(value, text):
    assert to_written(value) == text


@pytest.mark.parametrize("amount", [0.00001, 1e-15, 0.5, 999_999_999.99])
def test_an_amount_is_read_as_what_it_was_written_from(amount):
    assert to_amount(to_written(amount)) == amount


@pytest.mark.parametrize(
    ("kind", "field", "code", "name"),
    [
        ("handelser", "stadium", "ej-paborjat", "ej påbörjat"),
        ("hinder", "niva", "mellan", "mellan nivåer"),
        ("handelser", "stadium", "okand", "okand"),
        ("atgarder", "atgard", "atgard-1", "SSPF"),
        ("atgarder", "atgard", "okand", "okand"),
    ],
)
def test_a_code_is_called_what_people_call_it_and_an_unknown_one_is_kept(kind, field, code, name):
    one = kinds()[kind].field(field)
    assert option_name(one, code, CONTEXT.register, CONTEXT.kommuner) == name


def test_a_report_is_a_draft_again():
    rows = (Row({"atgard": "samtal", "k_12_14": 3, "k_15_17": Gap.MISSING}),)
    assert to_content(kinds()["atgarder"], rows, 2) == {
        "rows": [{"atgard": "samtal", "k_12_14": "3", "k_15_17": ".."}],
        "nothing": False,
        "seen": 2,
    }


def test_nothing_to_report_is_said_of_free_rows_alone():
    assert to_content(kinds()["hinder"], (), 0)["nothing"]
    assert not to_content(kinds()["atgarder"], (), 0)["nothing"]
