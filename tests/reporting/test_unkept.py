"""What a draft must not keep: whatever points out a person, wherever it is written."""

import pytest

from reporting.kinds import kinds
from reporting.unkept import find_unkept, without_unkept

COSTS = kinds()["resurser"]


@pytest.mark.parametrize(
    ("field", "text", "found"),
    [
        ("anteckning", "mejla a.b@c.se eller 070-174 06 35", ("e-post", "telefon")),
        ("anteckning", "två nya grupper 2026-11-01", ()),
        ("timmar", "811218-9876", ("personnummer",)),
        ("kronor", "8112189876", ()),
        ("kronor", "1 200 000,50", ()),
    ],
)
def test_each_field_is_searched_and_an_amount_is_let_be(field, text, found):
    assert find_unkept(COSTS.field(field), text) == found


def test_only_what_is_found_is_left_out():
    content = {"rows": [{"kronor": "5", "anteckning": "x@y.se"}], "seen": 1, "nothing": False}
    kept, unkept = without_unkept(COSTS, content)
    assert kept == {"rows": [{"kronor": "5"}], "seen": 1, "nothing": False}
    assert [(one.path, one.found) for one in unkept] == [(("rows", 0, "anteckning"), ("e-post",))]


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ({"x@y.se": [1, 2], "a": None}, {"a": None}),
        ({"a": ["x@y.se", 2]}, {"a": ["", 2]}),
        ({"a": 198112189876, "b": 7}, {"b": 7}),
    ],
)
def test_names_lists_and_numbers_are_searched_too(content, kept):
    assert without_unkept(COSTS, content)[0] == kept
