"""Every text a person reads can be translated: it goes through `_()` or `plural()`."""

import ast
import re
from collections.abc import Iterator

import pytest

import words
from tests.code import ROOT, for_each, parse

FILES = sorted(
    [
        *ROOT.glob("ui/*.py"),
        *ROOT.glob("pages/*.py"),
        *(ROOT / "reporting").rglob("*.py"),
        *(ROOT / "reports").rglob("*.py"),
    ]
)
# Not read by a person: the log, and errors for those who develop.
_NOT_SHOWN = ("log", "ContextVar", "super()")
# Text that no language changes: a date pattern, the product's logotype, styles of a word processor.
ALLOWED = {
    ("formats.py", "d MMMM y"),
    ("chart_base.py", '"Source Sans", sans-serif'),
    ("docx_styles.py", "TOC Heading"),
    ("docx_styles.py", "List Bullet"),
}
_SHOWN = {
    "title", "header", "subheader", "markdown", "caption", "info", "warning", "error", "success",
    "button", "metric", "toggle", "selectbox", "date_input", "expander", "page_link",
    "download_button", "text", "write", "Page", "tabs",
}  # fmt: skip
_SHOWN_BY_NAME = {"label", "help", "title", "placeholder", "alt", "page_title"}
_LETTERS = "A-Za-zÅÄÖåäö"


def looks_like_text(text: str) -> bool:
    """Swedish letters, or two words with a space; markup and CSS are not text."""
    if '="' in text or text.lstrip().startswith(("<", "{%")):
        return False
    two_words = re.search(rf"[{_LETTERS}]{{2,}}[,.:]? [{_LETTERS}]{{2,}}", text)
    return bool(re.search("[åäöÅÄÖ]", text) or two_words)


def name_of(call: ast.Call) -> str:
    """`_`, `plural`, `st.header` …"""
    return ast.unparse(call.func)


def find_bare_texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """(line, text) of each text that no translation reaches."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        and isinstance(node.body[0], ast.Expr)
    }

    def walk(node: ast.AST) -> Iterator[tuple[int, str]]:
        if isinstance(node, ast.Call):
            called = name_of(node)
            if called in ("_", "plural") or called.split(".")[0] in _NOT_SHOWN:
                return
            if called.split(".")[-1] in _SHOWN and called != "html.replace":
                yield from shown_words(node)
        if isinstance(node, ast.Raise):
            return
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in docstrings and looks_like_text(node.value):
            yield node.lineno, node.value
        for child in ast.iter_child_nodes(node):
            yield from walk(child)

    def shown_words(call: ast.Call) -> Iterator[tuple[int, str]]:
        named = [key.value for key in call.keywords if key.arg in _SHOWN_BY_NAME]
        first = [] if name_of(call).endswith(("Page", "page_link")) else call.args[:1]
        for value in [*first, *named]:
            plain = isinstance(value, ast.Constant) and isinstance(value.value, str)
            if plain and re.search(rf"[{_LETTERS}]", value.value):
                yield value.lineno, value.value

    yield from walk(tree)


@for_each(FILES)
def test_every_text_on_the_screen_can_be_translated(file):
    found = find_bare_texts(parse(file))
    bare = {(line, text) for line, text in found if (file.name, text) not in ALLOWED}
    assert not bare


@for_each(FILES)
def test_what_is_translated_is_a_fixed_text(file):
    """A text that is put together before it is translated is in no catalogue."""
    for node in ast.walk(parse(file)):
        if isinstance(node, ast.Call) and name_of(node) in ("_", "plural"):
            texts = node.args[: 1 if name_of(node) == "_" else 2]
            fixed = [isinstance(text, ast.Constant) for text in texts]
            assert all(fixed), f"line {node.lineno}: {ast.unparse(node)}"


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ('x = "Välj"', 1),
        ('x = "choose one"', 1),
        ('st.header("Karta")', 1),
        ('st.selectbox(_("Dag"), help="Hjälp")', 2),
        ('x = f"Området {name}"', 1),
        ('st.header(_("Välj ett område"))', 0),
        ('x = plural("{n} område", "{n} områden", 2)', 0),
        ('def f():\n    """Säger något här."""', 0),
        ("x = '<text fill=\"#fff\">två ord</text>'", 0),
        ('log.failure("database away", error)', 0),
        ('x = "lpo-lulea"', 0),
    ],
)
def test_the_rule_itself_finds_texts_and_leaves_the_rest(source, count):
    assert len(list(find_bare_texts(ast.parse(source)))) == count


def test_swedish_is_the_source_language():
    assert words._("Välj ett område") == "Välj ett område"


def test_the_number_chooses_the_form():
    forms = [words.plural("{n} område", "{n} områden", count) for count in (0, 1, 2)]
    assert forms == ["0 områden", "1 område", "2 områden"]


def test_an_unknown_language_means_swedish():
    words.choose("../../etc")
    try:
        assert words._("Län") == "Län"
    finally:
        words.choose("sv")
