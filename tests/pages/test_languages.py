"""Each page in another language: nothing of ours is left in the source's."""

import csv
import gettext
import re
from collections.abc import Iterator

import pytest
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

import words
from data_access import cache
from data_access.viewer import Role
from tests.pages.conftest import show
from tests.pages.walk import walk
from words import LOCALE

MARK = "‹"
ROLES = (Role.NATIONELL, Role.ADMIN)  # between them every page, and what is said of others' pages
# What a person reads of an element stands in other fields than these
_NOT_READ = {
    "allow_html", "alignment", "arrow_data", "columns", "component_name", "css", "data", "dataset",
    "datasets", "deferred_file_id", "element_id", "format", "form_id", "fragment_id", "icon", "id",
    "json_args", "key", "language", "page", "page_script_hash", "query_string", "selection_mode",
    "selection_state", "spec", "special_args", "type", "url",
}  # fmt: skip
_A_WORD = re.compile(r"[A-Za-zÅÄÖåäö]{3}")
# The other language's own name; addresses; files; days; what people have written themselves
_OTHERS = re.compile(
    r'class="sprak"|^(<svg|<style|/|https?:)|\.(atom|csv|xlsx)|^\d+ [A-Z]\w+ \d{4}$'
)
_WRITTEN = {"exempel", "lagesbilder", "granska", "rapportera", "logg", "anvandare", "register"}


class Marked(gettext.NullTranslations):
    """A language in which each text is the source's with a mark."""

    def gettext(self, message: str) -> str:
        return MARK + message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return MARK + (msgid1 if n == 1 else msgid2)


@pytest.fixture
def in_english():
    """The test asks a page's fields for their words as well."""
    with words.spoken("en"):
        yield


@pytest.fixture
def marked(monkeypatch):
    """English is the language with marks, also in what is kept, which nobody else is to see."""
    source = gettext.NullTranslations()
    cache.forget_answers()
    monkeypatch.setattr(words, "_translation", lambda one: source if one == "sv" else Marked())
    yield
    cache.forget_answers()


def _names() -> set[str]:
    with (LOCALE.parent / "geodata" / "facts" / "areas.csv").open(encoding="utf-8") as lines:
        return {row["name"] for row in csv.DictReader(lines)}


def elements(node) -> Iterator[Message]:
    """Every element of a page, as it is sent."""
    for child in node.children.values():
        if hasattr(child, "children"):
            yield from elements(child)
        if getattr(child, "proto", None) is not None:
            yield child.proto


def texts(message: Message) -> Iterator[str]:
    """Every text of an element that a person may read."""
    for field, value in message.ListFields():
        if field.name in _NOT_READ or hasattr(value, "keys"):
            continue
        each = [value] if isinstance(value, str) or hasattr(value, "ListFields") else value
        for one in each if field.message_type or field.type == field.TYPE_STRING else ():
            if isinstance(one, str):
                yield one
            else:
                yield from texts(one)


def unmarked(app: AppTest) -> set[str]:
    """What is told without the mark, beside names of areas."""
    names = _names()
    told = {text for element in elements(app._tree) for text in texts(element)}
    columns = {str(name) for one in app.dataframe for name in one.value.columns}
    return {
        text
        for text in told | columns
        if MARK not in text and _A_WORD.search(text) and text not in names
        and not _OTHERS.search(text)
    }  # fmt: skip


@pytest.mark.parametrize("role", ROLES)
def test_nothing_of_ours_is_left_in_the_sources_language(
    example_data_of_file, in_english, marked, role
):
    found = {}
    for page, app in walk(role, sprak="en"):
        assert [error.message for error in app.exception] == [], page
        if page not in _WRITTEN:
            found[page] = unmarked(app)
    assert {page: left for page, left in found.items() if left} == {}


@pytest.mark.parametrize("role", ROLES)
def test_every_page_is_whole_in_english(example_data_of_file, in_english, role):
    for page, app in walk(role, sprak="en"):
        assert [error.message for error in app.exception] == [], page
        assert [error.value for error in app.error] == [], page
        assert app.query_params["sprak"] == "en", page
        assert "Example data" in app.info[0].value


def test_the_language_comes_along_from_page_to_page_and_ends_with_the_address(example_data):
    app = show("karta", sprak="en")
    assert app.title[0].value == "Map"
    app.switch_page("omrade.py").run()
    assert app.title[0].value == "Area"
    assert app.query_params["sprak"] == "en"
    assert show("karta").title[0].value == "Karta"


def test_an_unknown_language_is_swedish_and_leaves_the_address(example_data):
    app = show("karta", sprak="../../etc")
    assert app.title[0].value == "Karta"
    assert "sprak" not in app.query_params


def test_numbers_and_days_are_as_the_language_writes_them(example_data):
    asked = {"omrade": "se", "dag": "2025-06-30"}
    swedish, english = (
        " ".join(one.value for one in show("omrade", **asked, **more).markdown)
        for more in ({}, {"sprak": "en"})
    )
    assert "30 juni 2025" in swedish
    assert "30 June 2025" in english


def test_the_link_to_the_other_language_keeps_the_view(example_data):
    told = [one.value for one in show("karta", lan="08", sprak="en").get("html")] or [
        text for one in elements(show("karta", lan="08", sprak="en")._tree) for text in texts(one)
    ]
    links = next(text for text in told if "sprak" in text and "<a " in text)
    link = links[links.index('<a class="sprak"') :]
    assert "lan=08" in link
    assert "sprak=" not in link
    assert 'lang="sv"' in link
