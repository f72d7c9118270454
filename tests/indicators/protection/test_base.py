import pytest

from indicators.protection.base import DEFAULT, BadBase, parse_base, to_base


@pytest.mark.parametrize("text", ["3", "5", " 10 "])
def test_a_base_that_is_set_holds(text):
    assert parse_base(text) == (int(text), False)


@pytest.mark.parametrize(
    "text", [None, "", "0", "1", "off", "-5", "4", "5.0", "05", "٥", "inf", "3;"]
)
def test_anything_else_falls_back_to_the_default_and_says_so(text):
    assert parse_base(text) == (DEFAULT, True)


@pytest.mark.parametrize("base", [0, 1, 4, -5])
def test_rounding_takes_no_other_base(base):
    with pytest.raises(BadBase):
        to_base(base)
