"""A catalogue of open data by the Swedish profile of DCAT-AP, version 3 (DCAT-AP-SE 3.0.1).

Mandatory there: title, description, publisher, licence and datasets of a catalogue; title,
description and publisher of a dataset; the address of a distribution; title and endpoint of a
service; name and type of a publisher. A catalogue's own licence is always CC0. Texts are told in
every language, each marked with its own.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from reports.open_data.rdf import Graph, Text, Thing, Value, named

# Names in the vocabularies of the EU and others, never fetched
_EU = "http://publications.europa.eu/resource/authority"
CC0 = Thing("http://creativecommons.org/publicdomain/zero/1.0/")
SPOKEN = {"sv": Thing(f"{_EU}/language/SWE"), "en": Thing(f"{_EU}/language/ENG")}
SWEDEN = Thing(f"{_EU}/country/SWE")
THEME = Thing(f"{_EU}/data-theme/JUST")
QUARTERLY, IRREGULAR = (Thing(f"{_EU}/frequency/{one}") for one in ("QUARTERLY", "IRREG"))
OPEN, RESTRICTED = (Thing(f"{_EU}/access-right/{one}") for one in ("PUBLIC", "RESTRICTED"))
PUBLISHER_TYPE = Thing("http://purl.org/adms/publishertype/NationalAuthority")
Told = list[tuple[str, Value]]


class Distribution(NamedTuple):
    """One way to get a dataset: its title, address and media type."""

    title: str
    address: str
    media_type: str


class Described(NamedTuple):
    """A dataset as it is described. `first` and `last` are the days of its figures (None = open);
    `is_open` = for everybody, else for who has a key."""

    code: str
    title: str
    description: str
    keywords: tuple[str, ...]
    is_quarterly: bool
    is_open: bool
    first: date | None
    last: date | None
    issued: datetime | None
    distributions: tuple[Distribution, ...]


class Catalogue(NamedTuple):
    """The catalogue in one `language`: where it is (`address`), its API (`base`) and their words;
    `contact` is an e-mail address and `licence` an address, both '' when there is none."""

    language: str
    address: str
    base: str
    title: str
    description: str
    publisher: Text
    contact: str
    licence: str
    updated: datetime | None
    datasets: tuple[Described, ...]


def to_graph(catalogues: Sequence[Catalogue]) -> Graph:
    """The same catalogue in several languages, the first of which is the source's, as statements.
    What nobody has translated is said in the source's alone. Raises BadAddress."""
    graph: dict[Thing, Told] = {}
    source = catalogues[0].language
    for one in catalogues:
        for thing, told in _to_graph(one).items():
            there = graph.setdefault(thing, [])
            said = set(there)
            there += [(name, value) for name, value in told
                      if not {(name, value), (name, _in(source, value))} & said]  # fmt: skip
    return graph


def _in(language: str, value: Value) -> Value:
    return value._replace(language=language) if isinstance(value, Text) else value


def _to_graph(catalogue: Catalogue) -> dict[Thing, Told]:
    graph: dict[Thing, Told] = {_catalogue(catalogue): _to_catalogue(catalogue)}
    graph[_part(catalogue, "utgivare")] = [
        ("rdf:type", named("foaf:Agent")),
        ("foaf:name", catalogue.publisher),
        ("dcterms:type", PUBLISHER_TYPE),
    ]
    if catalogue.contact:
        graph[_part(catalogue, "kontakt")] = [
            ("rdf:type", named("vcard:Organization")),
            ("vcard:fn", catalogue.publisher),
            ("vcard:hasEmail", Thing(f"mailto:{catalogue.contact}")),
        ]
    graph[_part(catalogue, "api")] = _to_service(catalogue)
    for one in catalogue.datasets:
        graph[_part(catalogue, one.code)] = _to_dataset(one, catalogue)
        if one.first or one.last:
            graph[_part(catalogue, f"{one.code}-tid")] = _to_time(one)
        for number, way in enumerate(one.distributions, start=1):
            graph[_part(catalogue, f"{one.code}-{number}")] = _to_distribution(way, catalogue)
    return graph


def _catalogue(catalogue: Catalogue) -> Thing:
    return Thing(catalogue.address)


def _part(catalogue: Catalogue, name: str) -> Thing:
    return Thing(f"{catalogue.address}#{name}")


def _to_catalogue(catalogue: Catalogue) -> Told:
    return [
        ("rdf:type", named("dcat:Catalog")),
        *_named(catalogue.title, catalogue.description, catalogue),
        ("dcterms:publisher", _part(catalogue, "utgivare")),
        ("dcterms:license", CC0),
        ("dcterms:language", SPOKEN[catalogue.language]),
        ("dcterms:spatial", SWEDEN),
        ("foaf:homepage", Thing(catalogue.base)),
        *_moment("dcterms:modified", catalogue.updated),
        ("dcat:service", _part(catalogue, "api")),
        *(("dcat:dataset", _part(catalogue, one.code)) for one in catalogue.datasets),
    ]


def _to_service(catalogue: Catalogue) -> Told:
    served = [("dcat:servesDataset", _part(catalogue, one.code)) for one in catalogue.datasets]
    every_open = all(one.is_open for one in catalogue.datasets)
    return [
        ("rdf:type", named("dcat:DataService")),
        *_named(catalogue.title, catalogue.description, catalogue),
        ("dcat:endpointURL", Thing(catalogue.base)),
        ("dcat:endpointDescription", Thing(f"{catalogue.base}openapi.json")),
        ("dcterms:publisher", _part(catalogue, "utgivare")),
        ("dcterms:accessRights", OPEN if every_open else RESTRICTED),
        *_licence(catalogue),
        *_contact(catalogue),
        *served,
    ]


def _to_dataset(one: Described, catalogue: Catalogue) -> Told:
    ways = range(1, len(one.distributions) + 1)
    time = [("dcterms:temporal", _part(catalogue, f"{one.code}-tid"))]
    return [
        ("rdf:type", named("dcat:Dataset")),
        *_named(one.title, one.description, catalogue),
        ("dcterms:identifier", Text(one.code)),
        ("dcterms:publisher", _part(catalogue, "utgivare")),
        *_contact(catalogue),
        ("dcterms:language", SPOKEN[catalogue.language]),
        ("dcterms:spatial", SWEDEN),
        *(time if one.first or one.last else []),
        ("dcterms:accrualPeriodicity", QUARTERLY if one.is_quarterly else IRREGULAR),
        ("dcterms:accessRights", OPEN if one.is_open else RESTRICTED),
        ("dcat:theme", THEME),
        ("dcat:landingPage", Thing(catalogue.base)),
        *(("dcat:keyword", Text(word, catalogue.language)) for word in one.keywords),
        *_moment("dcterms:issued", one.issued),
        *(("dcat:distribution", _part(catalogue, f"{one.code}-{way}")) for way in ways),
    ]


def _to_time(one: Described) -> Told:
    days = {"dcat:startDate": one.first, "dcat:endDate": one.last}
    told = [(name, Text(day.isoformat(), kind="xsd:date")) for name, day in days.items() if day]
    return [("rdf:type", named("dcterms:PeriodOfTime")), *told]


def _to_distribution(way: Distribution, catalogue: Catalogue) -> Told:
    return [
        ("rdf:type", named("dcat:Distribution")),
        ("dcterms:title", Text(way.title, catalogue.language)),
        ("dcat:accessURL", Thing(way.address)),
        ("dcat:downloadURL", Thing(way.address)),
        ("dcterms:format", Text(way.media_type)),
        ("dcat:accessService", _part(catalogue, "api")),
        *_licence(catalogue),
    ]


def _named(title: str, description: str, catalogue: Catalogue) -> Told:
    return [
        ("dcterms:title", Text(title, catalogue.language)),
        ("dcterms:description", Text(description, catalogue.language)),
    ]


def _licence(catalogue: Catalogue) -> Told:
    return [("dcterms:license", Thing(catalogue.licence))] if catalogue.licence else []


def _contact(catalogue: Catalogue) -> Told:
    return [("dcat:contactPoint", _part(catalogue, "kontakt"))] if catalogue.contact else []


def _moment(name: str, at: datetime | None) -> Told:
    return [(name, Text(at.isoformat(), kind="xsd:dateTime"))] if at else []
