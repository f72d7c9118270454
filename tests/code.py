"""The code as text and as Python reads it, each file once, and rules that hold for many files."""

import ast
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import settings

ROOT = Path(settings.__file__).parent
Rule = Callable[[Path], None]


@cache
def read(file: Path) -> str:
    """The file's text."""
    return file.read_text("utf-8")


@cache
def parse(file: Path) -> ast.Module:
    """The file as Python reads it."""
    return ast.parse(read(file))


def for_each(files: Sequence[Path]) -> Callable[[Rule], Callable[[], None]]:
    """Make a rule of one file one test of them all, which tells every file that breaks it."""

    def to_test(rule: Rule) -> Callable[[], None]:
        def test() -> None:
            assert files, "else this test could not fail"
            broken = [told for file in files if (told := _to_broken(rule, file))]
            assert not broken, "\n".join(broken)

        test.__name__, test.__doc__ = rule.__name__, rule.__doc__
        return test

    return to_test


def _to_broken(rule: Rule, file: Path) -> str:
    try:
        rule(file)
    except AssertionError as error:
        return f"{file.relative_to(ROOT)}: {error}"
    return ""
