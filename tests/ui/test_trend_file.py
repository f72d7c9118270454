from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from indicators.protection.method import Method
from ui import trend_file
from ui.trend_choice import TrendChoice

ENTRY = SimpleNamespace(name="Rån", definition="Det som räknas.", unit="personer")


def lines(choice=None, *, example=True, method=Method.ROUNDING):
    made_at = datetime(2026, 11, 2, 12, tzinfo=UTC)
    asked = SimpleNamespace(
        trend=choice or TrendChoice("ran", "kvinna", "15-17"),
        choice=SimpleNamespace(day=date(2026, 11, 1)),
        release=SimpleNamespace(number=3, made_at=made_at, method=method),
    )
    found = trend_file.to_lines(ENTRY, asked, "Umeå", example=example)
    return [" ".join(line) for line in found]


def test_a_file_says_what_it_is_of_whom_and_of_which_release():
    text = "\n".join(lines())
    for words in (
        "Rån per 10 000 unga",
        "Det som räknas.",
        "Umeå Flickor 15–17 år",
        "Dag 2026-11-01",
        "Utgåva 3, 2026-11-02",
    ):
        assert words in text


@pytest.mark.parametrize(
    ("method", "words"),
    [(Method.ROUNDING, "små tal är avrundade"), (Method.HIDING, "exakta tal; små tal, och")],
)
def test_a_file_says_how_its_figures_are_protected(method, words):
    assert words in "\n".join(lines(method=method))


def test_a_file_of_counts_says_their_unit():
    assert "Rån personer" in "\n".join(lines(TrendChoice("ran", measure="antal")))


@pytest.mark.parametrize("example", [True, False])
def test_a_file_of_example_data_says_so_and_another_does_not(example):
    assert ("EXEMPELDATA" in "\n".join(lines(example=example))) is example
