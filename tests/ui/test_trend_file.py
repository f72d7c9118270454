from types import SimpleNamespace

import pytest

from indicators.protection.method import Method
from ui import trend_file
from ui.trend_choice import TrendChoice

ENTRY = SimpleNamespace(name="Rån", definition="Det som räknas.", unit="personer")


def lines(choice=None, *, example=True, method=Method.ROUNDING):
    release = SimpleNamespace(number=3, method=method)
    choice = choice or TrendChoice("ran", "kvinna", "15-17")
    found = trend_file.to_lines(ENTRY, choice, "Umeå", release, example=example)
    return [" ".join(line) for line in found]


def test_a_file_says_what_it_is_of_whom_and_of_which_release():
    text = "\n".join(lines())
    for words in ("Rån per 10 000 unga", "Det som räknas.", "Umeå Flickor 15–17 år", "Utgåva 3"):
        assert words in text


@pytest.mark.parametrize(
    ("method", "words"),
    [(Method.ROUNDING, "små tal är avrundade"), (Method.HIDING, "exakta tal, små tal och")],
)
def test_a_file_says_how_its_figures_are_protected(method, words):
    assert words in "\n".join(lines(method=method))


def test_a_file_of_counts_says_their_unit():
    assert "Rån personer" in "\n".join(lines(TrendChoice("ran", measure="antal")))


@pytest.mark.parametrize("example", [True, False])
def test_a_file_of_example_data_says_so_and_another_does_not(example):
    assert ("EXEMPELDATA" in "\n".join(lines(example=example))) is example
