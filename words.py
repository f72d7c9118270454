"""Every text a person reads goes through here. Swedish is the source language."""

import gettext
from collections.abc import Callable
from contextvars import ContextVar
from functools import lru_cache, wraps
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

LANGUAGES = ("sv",)
_language: ContextVar[str] = ContextVar("language", default="sv")


@lru_cache(maxsize=len(LANGUAGES))
def _translation(language: str) -> gettext.NullTranslations:
    folder = Path(__file__).parent / "locale"
    return gettext.translation("bob", folder, languages=[language], fallback=True)


def choose(language: str) -> None:
    """Language for this run; unknown ones mean Swedish."""
    _language.set(language if language in LANGUAGES else "sv")


def language() -> str:
    """The language of this run."""
    return _language.get()


def _(text: str) -> str:
    """The text in the chosen language."""
    return _translation(_language.get()).gettext(text)


def plural(one: str, many: str, count: int) -> str:
    """`one` or `many` by count, e.g. `plural("{n} område", "{n} områden", 1)` is `1 område`."""
    return _translation(_language.get()).ngettext(one, many, count).format(n=count)


def kept_by_language(build: Callable[[], T]) -> Callable[[], T]:
    """Make a thing full of words once for each language, and not at every ask."""
    made = lru_cache(maxsize=len(LANGUAGES))(lambda _language: build())
    return wraps(build)(lambda: made(_language.get()))
