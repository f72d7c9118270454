import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.search import is_found, to_words


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", True),
        ("SKOLA", True),
        ("skol fält", True),
        ("skola kväll", False),
        ("ÅRET", True),
        ("arkiv", False),
    ],
)
def test_every_word_must_stand_somewhere(asked, found):
    assert is_found(to_words(asked), ["Skolan har fält", None, float("nan"), "hela året"]) is found


def test_a_word_is_not_put_together_of_two_texts():
    assert not is_found(to_words("abcd"), ["ab", "cd"])


@given(st.lists(st.text()), st.text())
def test_it_is_found_where_each_word_is_in_a_text(texts, asked):
    """The same by plain loops."""
    naive = True
    for word in asked.casefold().split():
        stands = False
        for text in texts:
            if word in text.casefold():
                stands = True
        naive = naive and stands
    assert is_found(to_words(asked), texts) is naive
