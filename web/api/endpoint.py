"""An address of the API: what answers it, what may be asked, and what is told of it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from web.api.asked import Asked
from web.api.kept import Made
from web.api.negotiate import Format
from web.api.parameters import Parameter, choice
from words import LANGUAGES, PARAMETER, _

_PLACE = re.compile(r"\\\{([a-z]+)\\\}")  # in a path that is escaped


@dataclass(frozen=True)
class Endpoint:
    """An address below BASE: `places` are the parameters in its path, `query` those after it;
    `schema` is of its JSON; `example` a call of it."""

    name: str
    path: str
    summary: str
    told: str
    make: Callable[[Asked], Made]
    formats: tuple[Format, ...]
    schema: Mapping[str, Any]
    places: tuple[Parameter, ...] = ()
    query: tuple[Parameter, ...] = ()
    example: str = ""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The path with a group for each of its places."""
        return re.compile(_PLACE.sub(r"(?P<\1>[^/]+)", re.escape(self.path)))

    @cached_property
    def all_query(self) -> tuple[Parameter, ...]:
        """Those of its own, `format` where there are several to choose from, and the language."""
        formats = (_to_format(self.formats),) if len(self.formats) > 1 else ()
        return (*self.query, *formats, _to_language())


def _to_language() -> Parameter:
    told = _("Språket i svarets ord: {languages}. Går före Accept-Language. Annars svenska.")
    text = told.format(languages=", ".join(LANGUAGES))
    return choice(PARAMETER, text, LANGUAGES, example=LANGUAGES[-1])


def _to_format(formats: tuple[Format, ...]) -> Parameter:
    names = [one.name for one in formats]
    told = _("Svarets format: {names}. Går före Accept.").format(names=", ".join(names))
    word = {"type": "string", "enum": names}
    return Parameter("format", told, word, str, example=names[0])
