"""What differs between two texts: each paragraph of both stands once, and in its order."""

from hypothesis import given
from hypothesis import strategies as st

from indicators.text_changes import CHANGED, GONE, NEW, SAME, Pair, to_pairs

PARAGRAPHS = st.lists(
    st.sampled_from(["Läget är lugnt.", "Läget är inte lugnt.", "Fler råd.", "Skolan saknas", ""]),
    max_size=8,
)


@given(before=PARAGRAPHS, after=PARAGRAPHS)
def test_each_paragraph_of_both_texts_is_told_once_in_its_order(before, after):
    pairs = to_pairs(before, after)
    assert [one.before for one in pairs if one.before is not None] == before
    assert [one.after for one in pairs if one.after is not None] == after


@given(before=PARAGRAPHS, after=PARAGRAPHS)
def test_the_word_for_it_is_what_is_there(before, after):
    for one in to_pairs(before, after):
        if one.before is None:
            assert one.change == NEW
        elif one.after is None:
            assert one.change == GONE
        else:
            assert one.change == (SAME if one.before == one.after else CHANGED)


@given(text=PARAGRAPHS)
def test_a_text_does_not_differ_from_itself(text):
    assert {one.change for one in to_pairs(text, text)} <= {SAME}


def test_a_paragraph_with_some_other_words_is_changed_and_not_gone_and_new():
    before = ["Tre råd har startat i länet i år.", "Skolan kommer sällan."]
    after = ["Fyra råd har startat i länet i år.", "Kommunerna är nöjda."]
    assert to_pairs(before, after) == [
        Pair(before[0], after[0], CHANGED),
        Pair(None, after[1], NEW),
        Pair(before[1], None, GONE),
    ]


def test_one_put_between_two_leaves_them_as_they_are():
    assert [one.change for one in to_pairs(["Ett", "Tre"], ["Ett", "Två", "Tre"])] == [
        SAME, NEW, SAME,
    ]  # fmt: skip
