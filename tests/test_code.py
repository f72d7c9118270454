"""A rule that holds for many files tells each that breaks it."""

import pytest

from tests.code import ROOT, for_each


def test_every_file_that_breaks_a_rule_is_told_and_no_other():
    @for_each([ROOT / "app.py", ROOT / "words.py", ROOT / "settings.py"])
    def rule(file):
        assert file.name == "words.py", "not it"

    with pytest.raises(AssertionError) as found:
        rule()
    told = str(found.value)
    assert "app.py: not it" in told
    assert "settings.py: not it" in told
    assert "words.py: " not in told


def test_a_rule_of_no_file_fails():
    with pytest.raises(AssertionError, match="could not fail"):
        for_each([])(lambda _file: None)()
