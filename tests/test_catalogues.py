"""Each text has its translation, and a translation says what the text says."""

import pytest
from babel.messages.catalog import Catalog

import words
from tests import catalogues

LANGUAGES = [one for one in words.LANGUAGES if one != words.SOURCE]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language):
    assert list(catalogues.find_faults(catalogues.extract(), catalogues.load(language))) == []


def test_texts_are_found_wherever_they_stand():
    code = 'x = f"{_(\'Län\')}: {n}"\ny = plural("{n} råd", "{n} råd", n)\nz = _(put_together)'
    assert list(catalogues.find_texts(code)) == ["Län", ("{n} råd", "{n} råd")]


def _catalogue(text, told):
    found = Catalog(locale="en")
    found.add(text, told)
    return found


@pytest.mark.parametrize(
    ("text", "told", "fault"),
    [
        ("Län", "", "not translated"),
        (("{n} råd", "{n} råd"), ("{n} council", ""), "not translated"),
        ("{n} av {of}", "{n} of {all}", "other {places}"),
        ("{n:.0f} år", "{n} years", "other {places}"),
        ("**{n}** råd", "{n} councils", "other signs"),
        (" och ", "and", "other spaces"),
    ],
    ids=str,
)
def test_a_fault_is_told(text, told, fault):
    asked = _catalogue(text, None)
    assert fault in "".join(catalogues.find_faults(asked, _catalogue(text, told)))


def test_what_is_not_there_and_what_is_said_no_more_are_told():
    found = list(catalogues.find_faults(_catalogue("Län", None), _catalogue("Kommun", "X")))
    assert found == ["not there: 'Län'", "said no more: 'Kommun'"]


def test_an_update_keeps_what_is_translated_and_changes_nothing_else(tmp_path, monkeypatch):
    path = catalogues.to_path("en")
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "bob.po").write_bytes(path.read_bytes())
    monkeypatch.setattr(words, "LOCALE", tmp_path)
    catalogues.update("en")
    assert (tmp_path / "en" / "bob.po").read_text() == path.read_text()


def test_a_plural_has_its_forms_in_each_language():
    with words.spoken("en"):
        forms = [words.plural("{n} område", "{n} områden", count) for count in (0, 1, 2)]
    assert forms == ["0 areas", "1 area", "2 areas"]


def test_what_is_asked_where_no_language_is_chosen_is_found_out(monkeypatch):
    monkeypatch.setattr(words, "_asked", [lambda: "en"])
    token = words._language.set(None)
    try:
        assert words.language() == "en"
    finally:
        words._language.reset(token)


def test_a_language_holds_within_its_block_alone():
    with words.spoken("en"):
        assert words._("Karta") == "Map"
    assert words._("Karta") == "Karta"
