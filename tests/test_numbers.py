"""The tests' own reader of numbers."""

import pytest

from tests.numbers import to_numbers

CASES = {
    "12 råd av 95": [12, 95],
    "20 000 003 unga": [20_000_003],
    "20\u00a0000\u00a0003": [20_000_003],
    "20\u202f000\u202f003,": [20_000_003],
    "(1, 20000003.0, '5')": [1, 20_000_003, 5],
    "2,5 per 10 000": [10_000],
    "a20000003b 2026K3 2026-11-01": [2026, 11, 1],
    '{"value":20000003}': [20_000_003],
    "20000003": [20_000_003],
    "-20000003": [20_000_003],
    "3.14": [],
}


@pytest.mark.parametrize(("text", "numbers"), CASES.items())
def test_numbers_are_read_however_they_are_written(text, numbers):
    assert list(to_numbers(text)) == numbers
