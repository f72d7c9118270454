"""What is told of the API: the OpenAPI document, the page, and the catalogue of DCAT-AP-SE."""

import json
import re
from html.parser import HTMLParser

import pytest
from jsonschema import Draft202012Validator
from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, Graph, Literal, Namespace, URIRef

import settings
from reports.open_data.delimited import TYPE as CSV_TYPE
from tests.data_access.released_years import SPLIT
from tests.web.api.conftest import forget
from web.api.endpoints import to_endpoints
from web.api.openapi import to_openapi
from web.api.problems import to_kinds
from web.headers import to_policy

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
CC0 = URIRef("http://creativecommons.org/publicdomain/zero/1.0/")


def test_the_document_is_of_every_address_and_says_what_each_takes():
    document = to_openapi("http://localhost")
    assert document["openapi"].startswith("3.1")
    assert len(document["paths"]) == len(to_endpoints())
    for one in to_endpoints():
        operation = document["paths"][one.path]["get"]
        named = [parameter["name"] for parameter in operation["parameters"]]
        assert named == [p.name for p in (*one.places, *one.all_query)]
        assert set(operation["responses"]) >= {"200", "304"}
        for kind in to_kinds().values():
            assert str(kind.status) in operation["responses"]


@pytest.mark.parametrize("one", to_endpoints(), ids=lambda one: one.name)
def test_the_example_of_each_address_works_and_fits_its_schema(ask, one):
    answer = ask(one.example)
    assert answer.status_code == 200, answer.text
    content = to_openapi("")["paths"][one.path]["get"]["responses"]["200"]["content"]
    told = answer.headers["content-type"]
    assert told in content
    if "json" in told and "ld+json" not in told:
        schema = content[told]["schema"]
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema).validate(answer.json())


def test_every_parameter_of_the_table_is_read_as_its_example_says():
    for one in to_endpoints():
        for parameter in (*one.places, *one.all_query):
            if parameter.example:
                parameter.read(parameter.example)
        for parameter in one.all_query:
            Draft202012Validator.check_schema(dict(parameter.schema))


class Checked(HTMLParser):
    """The page's parts that matter to who hears it."""

    def __init__(self, text):
        super().__init__()
        self.headings, self.ids, self.links, self.tags = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        self.tags.append((tag, told))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if "id" in told:
            self.ids.append(told["id"])
        if tag == "a":
            self.links.append(told["href"])


def test_the_page_is_whole_without_scripts_or_files(ask):
    answer = ask("/")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    page = Checked(answer.text)
    tags = {tag for tag, _told in page.tags}
    assert not tags & {"script", "img", "link", "iframe", "form", "object"}
    assert not [told for _tag, told in page.tags if "style" in told or "onclick" in told]
    assert page.headings[0] == 1 and page.headings.count(1) == 1
    steps = zip(page.headings, page.headings[1:], strict=False)
    assert all(after - before <= 1 for before, after in steps)
    assert len(page.ids) == len(set(page.ids))
    inside = {link[1:] for link in page.links if link.startswith("#")}
    assert inside and inside <= set(page.ids)
    assert '<html lang="sv">' in answer.text and "EXEMPELDATA" in answer.text
    for one in to_endpoints():
        assert f"/api/v1{one.path}" in answer.text


def test_its_style_is_allowed_by_hash_and_nothing_else_is(ask):
    policy = to_policy("/api/v1/")
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert "script-src" not in policy


def test_the_page_says_what_is_open(ask, open_data):
    assert "demonstration" in ask("/").text
    open_data("")
    assert "Inget är öppet för alla" in ask("/").text
    open_data(f"{SPLIT}@polisregion,rad@*")
    assert f"{SPLIT} (polisregion), rådens steg" in ask("/").text


@pytest.fixture
def named_publisher(ask, monkeypatch):
    """A publisher, contact and licence in the settings."""
    monkeypatch.setenv("BOB_PUBLISHER", "Länsstyrelsen & <bob>")
    monkeypatch.setenv("BOB_CONTACT", "bob@example.se")
    monkeypatch.setenv("BOB_LICENCE", "https://example.se/licens?a=1&b=2")
    settings.load.cache_clear()
    forget()
    return ask


FORMS = {"/catalog": "turtle", "/catalog.ttl": "turtle", "/catalog.rdf": "xml",
         "/catalog.jsonld": "json-ld"}  # fmt: skip


def parse(answer, form):
    assert answer.status_code == 200
    return Graph().parse(data=answer.content, format=form)


@pytest.mark.parametrize("path", FORMS)
def test_the_catalogue_has_all_that_the_swedish_profile_asks_for(named_publisher, path):
    graph = parse(named_publisher(path), FORMS[path])
    (catalogue,) = graph.subjects(RDF.type, DCAT.Catalog)
    for name in (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.dataset):
        assert (catalogue, name, None) in graph
    assert graph.value(catalogue, DCTERMS.license) == CC0
    publisher = graph.value(catalogue, DCTERMS.publisher)
    assert graph.value(publisher, FOAF.name) == Literal("Länsstyrelsen & <bob>")
    assert graph.value(publisher, DCTERMS.type) is not None
    datasets = set(graph.objects(catalogue, DCAT.dataset))
    assert datasets == set(graph.subjects(RDF.type, DCAT.Dataset))
    for dataset in datasets:
        for name in (
            DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.language,
            DCTERMS.spatial, DCTERMS.accrualPeriodicity, DCTERMS.accessRights, DCAT.contactPoint,
            DCAT.theme, DCAT.keyword, DCAT.distribution, DCTERMS.temporal,
        ):  # fmt: skip
            assert (dataset, name, None) in graph, name
        titles = {one.language for one in graph.objects(dataset, DCTERMS.title)}
        assert titles == {"sv", "en"}
        contact = graph.value(dataset, DCAT.contactPoint)
        assert graph.value(contact, VCARD.hasEmail) == URIRef("mailto:bob@example.se")
        time = graph.value(dataset, DCTERMS.temporal)
        assert graph.value(time, DCAT.startDate).datatype == XSD.date
    for way in graph.subjects(RDF.type, DCAT.Distribution):
        assert isinstance(graph.value(way, DCAT.accessURL), URIRef)
        assert graph.value(way, DCTERMS.license) == URIRef("https://example.se/licens?a=1&b=2")
        assert graph.value(way, DCTERMS["format"]) is not None
    (service,) = graph.subjects(RDF.type, DCAT.DataService)
    assert graph.value(service, DCAT.endpointURL) == URIRef("http://localhost/api/v1/")
    assert graph.value(service, DCTERMS.title) is not None


def test_every_form_of_the_catalogue_says_the_same(named_publisher):
    told = [set(parse(named_publisher(path), form)) for path, form in FORMS.items()]
    assert all(one == told[0] for one in told) and len(told[0]) > 300


def test_every_address_in_the_catalogue_leads_to_its_format(ask):
    graph = parse(ask("/catalog"), "turtle")
    ways = list(graph.subjects(RDF.type, DCAT.Distribution))
    own = [way for way in ways if SPLIT in str(way) or "omraden" in str(way) or "rad-" in str(way)]
    assert len(own) == 8
    for way in own:
        address = str(graph.value(way, DCAT.accessURL)).removeprefix("http://localhost/api/v1")
        answer = ask(address)
        assert answer.status_code == 200
        told = answer.headers["content-type"].partition(";")[0]
        assert told == str(graph.value(way, DCTERMS["format"]))


def test_example_data_is_told_in_the_titles(ask):
    graph = parse(ask("/catalog"), "turtle")
    (catalogue,) = graph.subjects(RDF.type, DCAT.Catalog)
    told = {one.language: one for one in graph.objects(catalogue, DCTERMS.title)}
    assert "EXEMPELDATA" in told["sv"] and "EXAMPLE DATA" in told["en"]
    assert sum("EXEMPELDATA" in one for one in graph.objects(None, DCTERMS.title)) > 10


def test_without_settings_nothing_is_made_up(ask):
    graph = parse(ask("/catalog"), "turtle")
    (publisher,) = graph.subjects(RDF.type, FOAF.Agent)
    assert set(graph.objects(publisher, FOAF.name)) == {
        Literal("Utgivare ej angiven", lang="sv"),
        Literal("Publisher not stated", lang="en"),
    }
    assert not list(graph.objects(None, DCAT.contactPoint))
    assert set(graph.objects(None, DCTERMS.license)) == {CC0}


def test_who_has_a_key_is_told_of_what_it_reaches(ask, key_to):
    key = key_to("pr-nord", entries=(f"{SPLIT}@polisregion",))
    graph = parse(ask("/catalog", authorization=key), "turtle")
    codes = {str(one) for one in graph.objects(None, DCTERMS.identifier)}
    assert codes == {SPLIT, "omraden"}
    rights = {str(one).rsplit("/", 1)[1] for one in graph.objects(None, DCTERMS.accessRights)}
    assert rights == {"RESTRICTED"}
    ways = [str(one) for one in graph.objects(None, DCAT.accessURL) if SPLIT in str(one)]
    assert all("niva=polisregion" in one for one in ways)


def test_lists_tell_what_there_is_and_not_who_made_it(ask):
    release = ask("/releases/1").json()
    assert release["exempeldata"] is True and release["bas"] == 5
    assert "test" not in json.dumps(release)  # who made it
    assert ask("/releases").json()["utgavor"] == [release]
    found = {one["kod"]: one for one in ask("/indicators").json()["indikatorer"]}
    own = found[SPLIT]
    assert own["definition"] and own["rakneregel"] and own["kalla"]
    assert (own["enhet"], own["riktning"]) == ("personer", "lagre-battre")
    assert found["sspf-insats"]["lista"] == "atgard"


def test_areas_tell_their_days_their_borders_and_what_they_lie_in(ask):
    told = ask("/areas?dag=2024-12-31&niva=lpo").json()
    found = {one["id"]: one["properties"] for one in told["features"]}
    assert told["antal"] == len(found) == 94
    own = found["lpo-norrmalm"]
    assert own["giltig_till"] == "2024-12-31" and own["overordnad"].startswith("po-")
    assert own["ungefarlig_grans"] and not found["lpo-umea"]["ungefarlig_grans"]
    now = ask("/areas?dag=2025-01-01&niva=lpo").json()
    assert now["antal"] == 95 and "lpo-norrmalm" not in {one["id"] for one in now["features"]}
    whole = ask("/areas?niva=riket").json()["features"]
    assert [(one["id"], one["geometry"]) for one in whole] == [("se", None)]


def test_the_media_type_of_csv_says_that_it_has_a_header():
    assert "header=present" in CSV_TYPE and "charset=utf-8" in CSV_TYPE
