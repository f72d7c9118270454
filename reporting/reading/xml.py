"""XML read as it streams by: no tree is built, and nothing may be declared in it."""

import re
from collections.abc import Callable, Iterable

from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import (  # type: ignore[import-untyped]
    DefusedXMLParser,
    ParseError,
)

from reporting.reading.package import to_bomb, to_broken
from reporting.reading.problem import Problem
from words import _

Attributes = dict[str, str]
LONGEST = 40_000  # signs in a cell; Excel's own limit is 32,767
_MAX_NAMES = 5_000  # different names of elements and attributes; a workbook has some hundreds
_MAX_TAG = 256 * 1024  # bytes from an element's < to its >
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Handler:
    """What is told of the elements, by local name. To be inherited."""

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """A piece of text."""


def read(chunks: Iterable[bytes], handler: Handler) -> None:
    """Tells the handler all that comes. Problem for broken XML, for entity tricks and for what no
    workbook has: very many names, or very long tags and comments."""
    parser = DefusedXMLParser(target=Handler(), forbid_dtd=True)
    # Told by the parser underneath, which is guarded already: one step less an element
    inner = parser.parser
    inner.ordered_attributes = False
    inner.StartElementHandler = _local(handler.start)
    inner.EndElementHandler = lambda name: handler.end(name.rpartition("}")[2])
    inner.CharacterDataHandler = handler.text
    try:
        fed = 0
        for chunk in chunks:
            parser.feed(chunk)
            fed += len(chunk)
            # What is begun and not ended is read from its beginning again with each chunk
            if len(inner.intern) > _MAX_NAMES or fed - inner.CurrentByteIndex > _MAX_TAG:
                raise to_bomb()
        parser.close()
    except DefusedXmlException as error:
        raise _to_entities() from error
    except (ParseError, ValueError, LookupError, AssertionError) as error:
        raise to_broken() from error


def unescape(text: str) -> str:
    """The text with Excel's way of writing signs (`_x000D_`) taken away or turned back."""
    return _ESCAPED.sub(_to_sign, text) if "_x" in text else text


def _to_sign(match: re.Match[str]) -> str:
    number = int(match[1], 16)
    return "" if number < 32 or 0xD800 <= number <= 0xDFFF else chr(number)


def _local(start: Callable[[str, Attributes], None]) -> Callable[[str, Attributes], None]:
    def told(name: str, attributes: Attributes) -> None:
        start(name.rpartition("}")[2], attributes)

    return told


def _to_entities() -> Problem:
    return Problem(
        "entities",
        _("Filen innehåller deklarationer som kan vara skadliga, och läses därför inte."),
        _("Kopiera uppgifterna till en ny mall och läs in den i stället."),
    )
