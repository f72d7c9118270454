import pytest

from indicators.protection.method import Method, MethodChanged, check_method, parse_method


@pytest.mark.parametrize("text", ["", None, "av", "none", "Undertryckning", "avrundning "])
def test_what_is_not_understood_is_rounding_and_never_none(text):
    assert parse_method(text)[0] == Method.ROUNDING


def test_whether_it_fell_back_is_told():
    assert parse_method("undertryckning") == (Method.SUPPRESSION, False)
    assert parse_method(" avrundning ") == (Method.ROUNDING, False)
    assert parse_method("av") == (Method.ROUNDING, True)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (("undertryckning", 5), ("avrundning", 5)),
        (("avrundning", 5), ("undertryckning", 5)),
        (("undertryckning", 3), ("undertryckning", 5)),
    ],
)
def test_two_ways_are_never_mixed(now, then):
    with pytest.raises(MethodChanged, match="set that again"):
        check_method(*now, *then)


def test_the_same_way_goes_on():
    check_method("undertryckning", 5, "undertryckning", 5)
    check_method("avrundning", 3, "avrundning", 5)  # the cells that stay tell (BaseChanged)
