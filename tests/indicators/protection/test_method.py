"""Which way counts are protected: never none."""

import pytest

from indicators.protection.method import Method, MethodChanged, parse_method


@pytest.mark.parametrize(
    ("text", "method", "fell_back"),
    [
        ("avrundning", Method.ROUNDING, False),
        (" undertryckning ", Method.HIDING, False),
        ("av", Method.ROUNDING, True),
        ("off", Method.ROUNDING, True),
        ("Undertryckning", Method.ROUNDING, True),
        ("", Method.ROUNDING, True),
        (None, Method.ROUNDING, True),
    ],
)
def test_what_is_not_understood_is_rounding(text, method, fell_back):
    assert parse_method(text) == (method, fell_back)


def test_a_change_says_what_to_set():
    said = str(MethodChanged(Method.HIDING, Method.ROUNDING))
    assert "set the method to avrundning again" in said
