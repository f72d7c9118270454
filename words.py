"""Every text a person reads goes through here. Swedish is the source language; the others are
catalogues in `locale/`, whose completeness `python -m tests.catalogues` tells."""

import gettext
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from io import BytesIO
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlencode

T = TypeVar("T")

SOURCE = "sv"
LANGUAGES = (SOURCE, "en")
TAGS = {SOURCE: "sv-SE", "en": "en-GB"}
# Between thousands and before decimals
SIGNS = {SOURCE: ("\u00a0", ","), "en": (",", ".")}
PARAMETER = "sprak"  # of an address, which asks for the language
LOCALE = Path(__file__).parent / "locale"
_language: ContextVar[str | None] = ContextVar("language", default=None)
_asked: list[Callable[[], str]] = [lambda: SOURCE]


@lru_cache(maxsize=len(LANGUAGES))
def _translation(language: str) -> gettext.NullTranslations:
    """The catalogue as it is written by people, compiled at the first text in the language."""
    if language == SOURCE:
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with (LOCALE / language / "bob.po").open(encoding="utf-8") as catalogue:
        write_mo(compiled, read_po(catalogue, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def known(language: str | None) -> str:
    """The language itself; unknown ones mean Swedish."""
    return language if language in LANGUAGES else SOURCE


def choose(language: str) -> None:
    """Language for this run; unknown ones mean Swedish."""
    _language.set(known(language))


def ask_by(ask: Callable[[], str]) -> None:
    """How the language is found out where none is chosen yet, as in what a click begins."""
    _asked[0] = ask


@contextmanager
def spoken(language: str) -> Iterator[None]:
    """The language within the block alone."""
    token = _language.set(known(language))
    try:
        yield
    finally:
        _language.reset(token)


def language() -> str:
    """The language of this run."""
    return _language.get() or _asked[0]()


def in_language(address: str) -> str:
    """An address of ours in this run's language, for a link."""
    if language() == SOURCE:
        return address
    path, mark, part = address.partition("#")
    joint = "&" if "?" in path else "?"
    return f"{path}{joint}{urlencode({PARAMETER: language()})}{mark}{part}"


def tag() -> str:
    """The language with its country, as documents name it: `sv-SE`."""
    return TAGS[language()]


def said(text: str) -> str:
    """A text of our own tables of facts in the chosen language; what others wrote stays as it is,
    and so does an empty one (at which a catalogue tells of itself)."""
    return _(text) if text else text


def signs() -> tuple[str, str]:
    """What the language writes between thousands, and before decimals."""
    return SIGNS[language()]


def _(text: str) -> str:
    """The text in the chosen language."""
    return _translation(language()).gettext(text)


def in_every_language(build: Callable[[], T]) -> tuple[T, ...]:
    """What `build` says in each language, the source first: for what is read of files, which may
    have been made in any of them."""
    found = []
    for one in LANGUAGES:
        with spoken(one):
            found.append(build())
    return tuple(found)


def plural(one: str, many: str, count: int) -> str:
    """`one` or `many` by count, e.g. `plural("{n} område", "{n} områden", 1)` is `1 område`."""
    return _translation(language()).ngettext(one, many, count).format(n=count)


def kept_by_language(build: Callable[[], T]) -> Callable[[], T]:
    """Make a thing full of words once for each language, and not at every ask."""
    made = lru_cache(maxsize=len(LANGUAGES))(lambda _language: build())
    return wraps(build)(lambda: made(language()))
