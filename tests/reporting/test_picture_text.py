"""The text of a lägesbild as paragraphs and markers, whatever somebody types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.picture_text import (
    KINDS,
    MOST_MARKERS,
    Faulty,
    Marker,
    find_markers,
    find_paragraphs,
    insert,
    is_storable,
    to_blocks,
    to_problems,
    to_unix,
)

TYPED = st.text(alphabet=st.sampled_from("ab [[]]:-\n\r #*åsiffra1"), max_size=120)


def test_paragraphs_and_markers_come_in_their_order():
    text = "## Läget\n\nEtt stycke\növer två rader.\n[[siffra:etablerade]]\n- en\n- två\n\n\nSist."
    assert to_blocks(text) == [
        "## Läget",
        "Ett stycke\növer två rader.",
        Marker("siffra", "etablerade"),
        "- en\n- två",
        "Sist.",
    ]
    assert find_paragraphs(text) == [one for one in to_blocks(text) if isinstance(one, str)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_marker_stands_alone_on_its_line_and_is_written_as_it_is_read(kind):
    marker = Marker(kind, "tackning-prioriterade")
    assert to_blocks(f"  {marker}  ") == [marker]
    assert str(marker) == f"[[{kind}:tackning-prioriterade]]"


@pytest.mark.parametrize(
    "line",
    [
        "[[siffra]]", "[[siffra:]]", "[[:etablerade]]", "[[film:etablerade]]", "[[Siffra:a]]",
        "[[siffra:A]]", "[[siffra:a b]]", "[[siffra:å]]", "[[siffra:a", "siffra:a]]",
        "Se [[siffra:etablerade]] ovan", "[[siffra:a]] [[siffra:b]]", "[[siffra:-a]]",
        "[[siffra:a]]]", "[[[siffra:a]]", "[[siffra:٣]]", "[[siffra:a--b]]",
        "[[siffra:../../etc]]", "[[siffra:<script>]]",
    ],
)  # fmt: skip
def test_what_is_almost_a_marker_is_a_named_problem_and_never_text(line):
    assert to_blocks(f"Före\n{line}\nEfter") == ["Före", Faulty(line), "Efter"]
    (problem,) = to_problems(line)
    assert "ingen markör" in problem
    assert find_markers(line) == []


def test_too_many_markers_are_a_problem():
    lines = [str(Marker("siffra", f"nr-{n}")) for n in range(MOST_MARKERS + 1)]
    assert to_problems("\n".join(lines[:-1])) == []
    (problem,) = to_problems("\n".join(lines))
    assert str(MOST_MARKERS + 1) in problem


def test_a_marker_that_stands_twice_is_one():
    assert find_markers("[[karta:steg]]\n\n[[karta:steg]]") == [Marker("karta", "steg")]


@given(TYPED)
def test_nothing_that_is_typed_is_lost_or_doubled(text):
    told = [
        one if isinstance(one, str) else getattr(one, "line", str(one)) for one in to_blocks(text)
    ]
    kept = [line.strip() for line in "\n".join(told).split("\n") if line.strip()]
    assert kept == [line.strip() for line in to_unix(text).split("\n") if line.strip()]


@given(TYPED)
def test_no_paragraph_holds_a_sign_of_a_marker(text):
    assert not any("[[" in one or "]]" in one for one in find_paragraphs(text))


@given(TYPED)
def test_what_is_put_in_stands_last_on_a_line_of_its_own(text):
    marker = Marker("karta", "steg")
    after = to_blocks(insert(text, marker))
    assert after == [*to_blocks(text), marker]


@pytest.mark.parametrize("sign", ["\0", "\x07", "\x1b", "\x7f", "\ud800", "\x0c"])
def test_signs_that_can_not_be_kept_are_found(sign):
    assert not is_storable(f"a{sign}b")


@given(st.text(alphabet=st.characters(min_codepoint=0x20, exclude_categories=["Cs", "Cc"])))
def test_all_that_is_written_by_hand_can_be_kept(text):
    assert is_storable(text + "\r\n\t")
    text.encode("utf-8")
