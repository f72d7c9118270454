"""Sentences of the pages as lines of a document."""

from reports.document.blocks import Strong, to_line


def test_bold_is_a_part_of_its_own_and_escaped_signs_are_themselves():
    line = to_line(r"**48 av 69** i Norra\_delen \(\*skattad\*\)")
    assert line == ("48 av 69", " i Norra_delen (*skattad*)")
    assert [isinstance(one, Strong) for one in line] == [True, False]


def test_a_back_slash_that_is_escaped_is_one():
    assert to_line(r"a \\ b") == ("a \\ b",)
