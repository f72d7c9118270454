"""Statements about things (RDF) as Turtle, RDF/XML and JSON-LD. Every thing has an address."""

import json
import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

# Names of vocabularies, never fetched
PREFIXES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
_ADDRESS = re.compile(r"[a-z]+:[^\s<>\"{}|\\^`\x00-\x20]+")


class BadAddress(ValueError):
    """What was to stand as a thing's address is none: it needs a scheme and has no spaces."""


class Thing(str):
    """The address of a thing. Raises BadAddress."""

    __slots__ = ()

    def __new__(cls, address: str) -> "Thing":
        if not _ADDRESS.fullmatch(address):
            raise BadAddress(address)
        return super().__new__(cls, address)


class Text(NamedTuple):
    """A text, in a language (`sv`) or of a kind (`xsd:date`)."""

    text: str
    language: str = ""
    kind: str = ""


Value = Thing | Text
# Thing → (property as `dcat:title`, value); its kind is the property `rdf:type`
Graph = Mapping[Thing, Sequence[tuple[str, Value]]]


def named(name: str) -> Thing:
    """The address of `dcat:Dataset`."""
    prefix, _colon, rest = name.partition(":")
    return Thing(PREFIXES[prefix] + rest)


def to_turtle(graph: Graph) -> bytes:
    """The statements as Turtle."""
    lines = [f"@prefix {prefix}: <{address}> ." for prefix, address in PREFIXES.items()]
    for thing, told in graph.items():
        parts = [f"    {name} {_to_turtle_value(value)}" for name, value in told]
        lines += ["", f"<{thing}>", " ;\n".join(parts) + " ."]
    return ("\n".join(lines) + "\n").encode("utf-8")


def to_rdf_xml(graph: Graph) -> bytes:
    """The statements as RDF/XML."""
    names = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in PREFIXES.items())
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<rdf:RDF {names}>"]
    for thing, told in graph.items():
        lines.append(f'  <rdf:Description rdf:about="{escape(thing)}">')
        lines += [f"    {_to_element(name, value)}" for name, value in told]
        lines.append("  </rdf:Description>")
    return ("\n".join([*lines, "</rdf:RDF>"]) + "\n").encode("utf-8")


def to_json_ld(graph: Graph) -> bytes:
    """The statements as JSON-LD, with its vocabularies' names within."""
    things = []
    for thing, told in graph.items():
        one: dict[str, Any] = {"@id": thing}
        for name, value in told:
            if name == "rdf:type":
                one.setdefault("@type", []).append(value)
            else:
                one.setdefault(name, []).append(_to_json_value(value))
        things.append(one)
    document = {"@context": dict(PREFIXES), "@graph": things}
    return json.dumps(document, ensure_ascii=False).encode("utf-8")


def _to_turtle_value(value: Value) -> str:
    if isinstance(value, Thing):
        return f"<{value}>"
    text = json.dumps(value.text, ensure_ascii=False)  # its escapes are Turtle's too
    if value.language:
        return f"{text}@{value.language}"
    return f"{text}^^{value.kind}" if value.kind else text


def _to_element(name: str, value: Value) -> str:
    if isinstance(value, Thing):
        return f'<{name} rdf:resource="{escape(value)}"/>'
    more = f' xml:lang="{value.language}"' if value.language else ""
    if value.kind:
        more = f' rdf:datatype="{named(value.kind)}"'
    return f"<{name}{more}>{escape(value.text)}</{name}>"


def _to_json_value(value: Value) -> dict[str, str]:
    if isinstance(value, Thing):
        return {"@id": value}
    told = {"@value": value.text}
    if value.language:
        told["@language"] = value.language
    if value.kind:
        told["@type"] = value.kind
    return told
