"""The API in Swedish and English: words by the asker's language, names and codes the same."""

import csv
import gettext
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Literal, URIRef
from sqlalchemy import select

import words
from data_access.connect import reading
from data_access.engine import engine as own_engine
from data_access.register import fetch_register, set_entry
from data_access.schema import AUDIT
from reporting.register import Listing
from tests.data_access.released_years import SPLIT
from tests.viewers import PLAYER
from tests.web.api.conftest import forget, to_problem
from web.api import endpoint, language
from web.api.language import by_header
from web.api.openapi import to_openapi
from web.api.page import to_page

FIGURES = f"/releases/1/figures/{SPLIT}"
DATA = [
    "/indicators", "/releases", "/releases/1", f"{FIGURES}?niva=polisregion",
    f"/areas?niva=riket&indikator={SPLIT}", "/areas?niva=polisregion", "/council-stages?niva=riket",
]  # fmt: skip
EVERY = [*DATA, "/openapi.json", "/finns-inte", f"{FIGURES}?niva=x", "/areas.gpkg?niva=lan"]
MARK = "‹"
# Of an answer, what people read of it
READ = {
    "namn", "definition", "enhet", "kalla", "rakneregel", "skydd", "nivanamn", "stegnamn", "title",
    "detail", "label", "note", "source", "kalla_indikator", "description", "summary",
}  # fmt: skip
_A_WORD = re.compile(r"[A-Za-zÅÄÖåäö]{3}")


def to(path, tag):
    return f"{path}{'&' if '?' in path else '?'}sprak={tag}"


@pytest.mark.parametrize(
    ("accepted", "own"),
    [
        ("", "sv"),
        ("en", "en"),
        ("en-US,en;q=0.9", "en"),
        ("EN-gb", "en"),
        ("sv-SE,sv;q=0.9,en;q=0.8", "sv"),
        ("de, en;q=0.7, sv;q=0.5", "en"),
        ("de;q=0.9, sv;q=0.5, en;q=0.7", "en"),
        ("de-DE", "sv"),
        ("*", "sv"),
        ("fr, *;q=0.5, en;q=0.1", "sv"),
        ("en;q=0", "sv"),
        ("en;q=x", "sv"),
        ("en;q=2", "sv"),
        ("english", "sv"),
        (";;,,=", "sv"),
    ],
)
def test_the_header_s_best_liked_language_that_there_is(accepted, own):
    assert by_header(accepted) == own


@pytest.mark.parametrize("path", EVERY)
def test_the_address_goes_before_the_header_and_without_both_it_is_swedish(ask, path):
    swedish, english = ask(path), ask(path, accept_language="en-GB")
    assert swedish.headers["content-language"] == "sv"
    assert english.headers["content-language"] == "en"
    for answer in (swedish, english):
        assert "Accept-Language" in answer.headers["vary"].split(", ")
    assert ask(path, accept_language="sv, en;q=0.5").content == swedish.content
    assert ask(to(path, "en"), accept_language="sv").content == english.content
    assert ask(to(path, "sv"), accept_language="en").content == swedish.content
    if "gpkg" not in path:  # it has names and codes alone
        assert english.content != swedish.content


@pytest.mark.parametrize("path", [*DATA, "/openapi.json", "/areas.gpkg?niva=lan", "/catalog"])
def test_no_language_is_told_to_be_another_that_the_asker_has(ask, path):
    tags = {one: ask(path, accept_language=one).headers["etag"] for one in ("sv", "en")}
    assert tags["sv"] != tags["en"]
    for own, other in (("sv", "en"), ("en", "sv")):
        assert ask(path, accept_language=own, if_none_match=tags[own]).status_code == 304
        again = ask(path, accept_language=own, if_none_match=tags[other])
        assert (again.status_code, again.headers["etag"]) == (200, tags[own])


def test_what_is_kept_in_one_language_is_not_given_in_another(ask):
    alone = {}
    for tag in ("sv", "en"):
        forget()
        alone[tag] = ask(FIGURES, accept_language=tag).content
    for tag in ("en", "sv", "sv", "en"):
        assert ask(FIGURES, accept_language=tag).content == alone[tag]


def to_shape(told):
    """The names of fields, and all that is no text."""
    if isinstance(told, dict):
        return {name: to_shape(value) for name, value in told.items() if name != "sprak_sv"}
    if isinstance(told, list):
        return [to_shape(value) for value in told]
    return str if isinstance(told, str) else told


@pytest.mark.parametrize("path", DATA)
def test_names_of_fields_and_figures_are_the_same_in_each_language(ask, path):
    assert to_shape(ask(to(path, "en")).json()) == to_shape(ask(path).json())


def test_columns_and_codes_of_csv_are_the_same_in_each_language(ask):
    in_words = {"indikatornamn", "enhet", "kalla", "definition"}
    told = {}
    for tag in ("sv", "en"):
        for more in ("", "&dialekt=excel"):
            text = ask(to(f"{FIGURES}?niva=polisregion&format=csv{more}", tag)).text
            rows = csv.DictReader(io.StringIO(text), delimiter=";" if more else ",")
            told[tag, more] = list(rows)
    for more in ("", "&dialekt=excel"):
        for one, other in zip(told["sv", more], told["en", more], strict=True):
            assert list(one) == list(other)
            assert {name for name in one if one[name] != other[name]} == in_words
    assert told["en", ""][0]["indikatornamn"] == "Suspected of serious crimes"


def test_a_problem_has_the_same_name_in_each_language(ask):
    for path in ("/finns-inte", f"{FIGURES}?niva=x", "/releases/99", "/indicators?x=1"):
        swedish, english = ask(path), ask(path, accept_language="en")
        assert to_problem(english) == to_problem(swedish)
        assert english.json()["title"] != swedish.json()["title"]
    assert ask("/finns-inte?sprak=en").json()["title"] == "The address does not exist"


@pytest.mark.parametrize("tag", ["xx", "", "en-GB", "EN", "../en", "%00"])
def test_a_language_that_there_is_none_of_is_a_wrong_parameter(ask, tag):
    answer = ask(f"/indicators?sprak={tag}")
    assert to_problem(answer) == (400, "felaktig-parameter")
    assert "sv, en" in answer.json()["detail"]
    assert '<html lang="sv">' in ask(f"/?sprak={tag}").text


def test_the_country_and_periods_are_named_in_the_language(ask):
    told = ask(f"{FIGURES}?niva=riket&sprak=en").json()["dimension"]
    assert told["area"]["category"]["label"] == {"se": "Sweden"}
    assert told["period"]["category"]["label"]["2026K3"] == "2026 Q3"


def test_the_pages_of_an_answer_keep_its_language(ask):
    answer = ask(f"{FIGURES}?format=csv&limit=2&sprak=en")
    assert "sprak=en" in answer.headers["link"]


@pytest.mark.parametrize("path", ["", "?x=1"])
def test_the_way_in_keeps_the_language(ask, path):
    assert ask(path).headers["location"] == "/api/v1/"
    assert ask(to(path, "en")).headers["location"] == "/api/v1/?sprak=en"


class Read(HTMLParser):
    """What is read of the page, but for code and what is in a language of its own."""

    def __init__(self, text):
        super().__init__()
        self.texts, self.links, self._within, self._quiet = [], [], [], {"code", "style"}
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        if tag == "a":
            self.links.append(told)
        if tag not in ("meta", "br"):
            own = tag in self._quiet or ("lang" in told and tag != "html")
            self._within.append(own)
        self.texts += [told[name] for name in ("aria-label", "title", "alt") if name in told]

    def handle_endtag(self, _tag):
        self._within.pop()

    def handle_data(self, text):
        if not any(self._within):
            self.texts.append(text.strip())


def test_the_page_is_in_the_language_of_its_address_and_leads_to_the_other(ask):
    english = ask("/?sprak=en")
    assert '<html lang="en">' in english.text
    assert english.headers["content-language"] == "en"
    links = [told for told in Read(english.text).links if not told["href"].startswith("#")]
    (other,) = [told for told in links if "lang" in told]
    assert other == {"href": "/api/v1/", "lang": "sv", "hreflang": "sv"}
    assert all("sprak=en" in told["href"] for told in links if told is not other)
    for told in links:
        if told["href"].startswith("/api/v1"):
            assert ask(told["href"].removeprefix("/api/v1")).status_code == 200
    (back,) = [told for told in Read(ask("/").text).links if "lang" in told]
    assert back == {"href": "/api/v1/?sprak=en", "lang": "en", "hreflang": "en"}


def test_the_page_does_not_look_at_the_browser_s_languages(ask):
    assert ask("/", accept_language="en").content == ask("/").content


@pytest.fixture
def marked(monkeypatch):
    """A language of its own, in which each text is the source's with a mark."""

    class Marked(gettext.NullTranslations):
        def gettext(self, message):
            return MARK + message

        def ngettext(self, msgid1, msgid2, n):
            return MARK + (msgid1 if n == 1 else msgid2)

    source = gettext.NullTranslations()
    monkeypatch.setattr(words, "_translation", lambda one: Marked() if one == "xx" else source)
    monkeypatch.setitem(words.TAGS, "xx", "en-GB")
    monkeypatch.setitem(words.SIGNS, "xx", (",", "."))
    for module in (words, language, endpoint):
        monkeypatch.setattr(module, "LANGUAGES", ("sv", "xx"))


def test_nothing_of_ours_on_the_page_is_left_in_swedish(data, marked):
    with words.spoken("xx"):
        text = to_page("http://localhost").body.decode()
    read = Read(text).texts
    assert len(read) > 100
    left = {one for one in read if MARK not in one and _A_WORD.search(one)}
    assert left == {"Lägesbild bob", "openapi.json"}
    assert f"Bearer {MARK}NYCKEL" in text


def find_read(told, name=""):
    """Every text of an answer that a person reads; all of a list or of names of codes."""
    if isinstance(told, dict):
        for key, value in told.items():
            yield from find_read(value, key if key in READ or not isinstance(value, str) else "")
    elif isinstance(told, list):
        for value in told:
            yield from find_read(value, name)
    elif isinstance(told, str) and name in READ:
        yield told


def test_nothing_of_ours_in_the_document_is_left_in_swedish(marked):
    with words.spoken("xx"):
        found = list(find_read(to_openapi("http://localhost")))
    assert len(found) > 100
    assert [one for one in found if MARK not in one] == []


@pytest.mark.parametrize("path", [*DATA, "/finns-inte", "/indicators?x=1", f"{FIGURES}?niva=x"])
def test_nothing_of_ours_in_an_answer_is_left_in_swedish(ask, marked, path):
    found = list(find_read(ask(to(path, "xx")).json()))
    names = {"Nord", "Mitt", "Stockholm", "Öst", "Väst", "Syd", "Bergslagen"}
    assert found or "niva=polisregion" in path
    assert {one for one in found if MARK not in one} <= names


@pytest.fixture
def own_entry(ask, data_of_own):
    """An indicator that people have made, which nobody has translated."""
    register = fetch_register(viewer=PLAYER).all_of(Listing.INDICATOR)
    words_of_own = {"name": "Egen sak", "definition": "Det vi räknar.", "other_names": ()}
    own = replace(register["lagforda"], code="egen", **words_of_own)
    set_entry(own, expected=0, viewer=PLAYER)
    forget()


def test_what_people_have_written_is_as_it_was_and_is_said_to_be_swedish(ask, own_entry):
    found = {one["kod"]: one for one in ask("/indicators?sprak=en").json()["indikatorer"]}
    assert found["egen"]["sprak_sv"] == ["namn", "definition"]
    assert found["egen"]["namn"] == "Egen sak" and found["egen"]["enhet"] == "decisions"
    assert "sprak_sv" not in found["lagforda"]
    told = ask("/releases/1/figures/egen?niva=riket&sprak=en").json()
    assert told["label"] == "Egen sak"
    assert told["extension"]["sprak_sv"] == ["namn", "definition"]
    told = ask("/areas?niva=riket&indikator=egen&sprak=en").json()["indikator"]
    assert told["sprak_sv"] == ["namn", "definition"]
    release = ask("/releases/1?sprak=en").json()
    assert (release["anteckning"], release["sprak_sv"]) == ("Prov", ["anteckning"])
    assert ask("/council-stages?niva=lan&sprak=en").status_code == 400
    assert ask("/council-stages?sprak=en").json()["sprak_sv"] == ["rad", "skal"]
    for path in DATA:
        assert "sprak_sv" not in ask(path).text


FORMS = {"/catalog": "turtle", "/catalog.rdf": "xml", "/catalog.jsonld": "json-ld"}


@pytest.mark.parametrize("path", FORMS)
def test_the_catalogue_says_each_text_in_each_language(ask, own_entry, path):
    answer = ask(path)
    assert answer.headers["content-language"] == "sv, en"
    assert ask(path, accept_language="en").content == answer.content
    graph = Graph().parse(data=answer.content, format=FORMS[path])
    (catalogue,) = graph.subjects(RDF.type, DCAT.Catalog)
    titles = set(graph.objects(catalogue, DCTERMS.title))
    assert titles == {
        Literal("Lägesbild bob, öppna data (EXEMPELDATA)", lang="sv"),
        Literal("Lägesbild bob, open data (EXAMPLE DATA)", lang="en"),
    }
    assert {str(one).rsplit("/", 1)[1] for one in graph.objects(catalogue, DCTERMS.language)} == {
        "SWE", "ENG",
    }  # fmt: skip
    own = URIRef("http://localhost/api/v1/catalog#egen")
    assert [one.language for one in graph.objects(own, DCTERMS.title)] == ["sv"]
    for dataset in set(graph.objects(catalogue, DCAT.dataset)) - {own}:
        for name in (DCTERMS.title, DCTERMS.description):
            told = sorted(one.language for one in graph.objects(dataset, name))
            assert told == ["en", "sv"], (dataset, name)
    (publisher,) = graph.subjects(RDF.type, FOAF.Agent)
    assert len(set(graph.objects(publisher, FOAF.name))) == 2


def test_a_refusal_is_told_in_the_asker_s_language_and_kept_in_swedish(ask, key_to):
    answer = ask("/areas?omrade=pr-syd&sprak=en", authorization=key_to("pr-nord"))
    assert to_problem(answer) == (403, "nyckeln-racker-inte")
    assert answer.json()["detail"] == "The key does not cover the area pr-syd."
    with reading(own_engine()) as connection:
        asked = select(AUDIT.c.after).where(AUDIT.c.action == "nekad")
        (after,) = connection.execute(asked).scalars()
    kept = after if isinstance(after, str) else json.dumps(after, ensure_ascii=False)
    assert "området pr-syd" in kept
