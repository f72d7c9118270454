import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.finding import Findable, Rank, find, to_fit, without_marks


def named(*names, codes=(), texts=()):
    return Findable(names[0], names, codes, texts)


LULEA = named("Luleå-Boden", codes=("lpo-lulea-boden",), texts=("Lokalpolisområde", "Nord"))
NORRBOTTEN = named("Norrbottens län", codes=("25",))


@pytest.mark.parametrize(
    ("asked", "one", "fit"),
    [
        ("Umeå", named("Umeå"), (Rank.EXACT, False)),
        ("  umeå ", named("Umeå"), (Rank.EXACT, False)),
        ("umea", named("Umeå"), (Rank.EXACT, True)),
        ("Umeå", named("Umea"), (Rank.EXACT, True)),
        ("ume", named("Umeå"), (Rank.BEGINS, False)),
        ("lulea", LULEA, (Rank.BEGINS, True)),
        ("luleå-boden", LULEA, (Rank.EXACT, False)),
        ("lpo-lulea-boden", LULEA, (Rank.EXACT, False)),
        ("lpo-lul", LULEA, (Rank.BEGINS, False)),
        ("boden", LULEA, (Rank.WORD, False)),
        ("bod lul", LULEA, (Rank.WORD, False)),
        ("oden", LULEA, (Rank.ANYWHERE, False)),
        ("luleå nord", LULEA, (Rank.ANYWHERE, False)),
        ("lulea lokalpolisomrade", LULEA, (Rank.ANYWHERE, True)),
        ("25", NORRBOTTEN, (Rank.EXACT, False)),
        ("5", NORRBOTTEN, None),
        ("luleå syd", LULEA, None),
        ("SSPF", named("Insats genom SSPF", "SSPF"), (Rank.EXACT, False)),
        ("", LULEA, None),
        ("  ", LULEA, None),
        ("-", LULEA, None),
    ],
)
def test_how_well_a_thing_fits(asked, one, fit):
    assert to_fit(asked, one) == fit


def test_the_best_comes_first_and_equals_keep_their_order():
    names = ["Malung", "Stora Malm", "Normal", "Malmö", "Mål", "Mal", "Åre"]
    things = [named(name) for name in names]
    assert find("mal", things) == ["Mal", "Mål", "Malung", "Malmö", "Stora Malm", "Normal"]


def test_what_is_written_with_its_mark_comes_before_what_is_not():
    things = [named("Angered"), named("Ånge"), named("Ange")]
    assert find("ånge", things) == ["Ånge", "Ange", "Angered"]


def test_marks_are_read_away_and_nothing_else():
    assert without_marks("ÅÄÖ é ü Ærø-3") == "aao e u aero-3"


@given(st.text(), st.lists(st.text(min_size=1), min_size=1, max_size=3))
def test_nothing_that_is_typed_breaks_it_and_each_finds_itself(asked, names):
    one = Findable("", tuple(names))
    find(asked, [one])
    for name in names:
        if any(sign.isalnum() for sign in name.casefold()):
            assert to_fit(" ".join(name.split()), one) is not None
