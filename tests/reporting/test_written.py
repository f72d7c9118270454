"""What was reported, as it is written in a form and as a draft keeps it."""

from datetime import date

import pytest

from reporting.kinds import kinds
from reporting.rows import Row
from reporting.values import Gap
from reporting.written import to_content, to_written


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (1234, "1234"),
        (1.5, "1,5"),
        (2.0, "2"),
        (Gap.MISSING, ".."),
        (Gap.NOT_APPLICABLE, "."),
        (date(2026, 11, 1), "2026-11-01"),
        ("medlem", "medlem"),
    ],
)
def test_a_value_is_written_as_people_write_it(value, text):
    assert to_written(value) == text


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
