"""Statements as Turtle, RDF/XML and JSON-LD: another reader finds the same in each."""

import pytest
from rdflib import Graph, Literal, URIRef

from reports.open_data.rdf import (
    BadAddress,
    Text,
    Thing,
    named,
    to_json_ld,
    to_rdf_xml,
    to_turtle,
)

TEXTS = ['Å "ö"\n\\ <b>&amp;</b>', "", "a'b\tc", "^^xsd:date"]
GRAPH = {
    Thing("http://localhost/a?b=1&c=2#d"): [
        ("rdf:type", named("dcat:Dataset")),
        *(("dcterms:title", Text(text, "sv")) for text in TEXTS),
        ("dcterms:issued", Text("2026-11-01", kind="xsd:date")),
        ("dcat:contactPoint", Thing("mailto:a@b.se")),
    ],
    Thing("http://localhost/b"): [("dcterms:identifier", Text("b"))],
}
WRITERS = {"turtle": to_turtle, "xml": to_rdf_xml, "json-ld": to_json_ld}


@pytest.mark.parametrize("form", WRITERS)
def test_another_reader_finds_every_statement(form):
    graph = Graph().parse(data=WRITERS[form](GRAPH), format=form)
    own = URIRef("http://localhost/a?b=1&c=2#d")
    assert len(graph) == 8
    titles = set(graph.objects(own, URIRef(named("dcterms:title"))))
    assert titles == {Literal(text, lang="sv") for text in TEXTS}
    (day,) = graph.objects(own, URIRef(named("dcterms:issued")))
    assert day.datatype == URIRef(named("xsd:date"))


@pytest.mark.parametrize("form", WRITERS)
def test_the_same_is_said_in_every_form(form):
    first = set(Graph().parse(data=to_turtle(GRAPH), format="turtle"))
    assert set(Graph().parse(data=WRITERS[form](GRAPH), format=form)) == first


@pytest.mark.parametrize("address", ["", "ingen", "http://a b", "http://a>b", 'http://a"', "x:\n"])
def test_what_is_no_address_is_refused(address):
    with pytest.raises(BadAddress):
        Thing(address)
