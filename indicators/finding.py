"""Finding things by name: how well each fits what is searched for, the best first."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import Generic, NamedTuple, TypeVar

from indicators.search import is_found, to_words

T = TypeVar("T")

_WORD = re.compile(r"\w+")
_NO_MARK = str.maketrans({"æ": "ae", "ø": "o", "đ": "d", "ł": "l"})


class Rank(IntEnum):
    """How well something fits, the best first."""

    EXACT = 0  # a name or a code is what is searched for
    BEGINS = 1  # it begins so
    WORD = 2  # each word that is searched for begins a word of it
    ANYWHERE = 3  # each stands somewhere in the names or in what is told


class Findable(NamedTuple, Generic[T]):
    """A thing and what it is found by: `names`, `codes`, which are found by their beginning alone,
    and `texts` that tell of it."""

    thing: T
    names: tuple[str, ...]
    codes: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


def without_marks(text: str) -> str:
    """The text in lower case, without rings, dots and accents: `Umeå` is `umea`."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).translate(_NO_MARK)


def to_fit(asked: str, one: Findable[T]) -> tuple[Rank, bool] | None:
    """How well the thing fits, and whether only without marks; None when it does not fit, or when
    nothing is searched for."""
    readings = ((str.casefold, False), (without_marks, True))
    ranks = ((_to_rank(asked, one, read), plain) for read, plain in readings)
    return min(((rank, plain) for rank, plain in ranks if rank is not None), default=None)


def find(asked: str, things: Iterable[Findable[T]]) -> list[T]:
    """What fits, the best first; what fits as well stays in the order in which it came."""
    fits = ((to_fit(asked, one), one.thing) for one in things)
    found = [(fit, thing) for fit, thing in fits if fit is not None]
    return [thing for _fit, thing in sorted(found, key=lambda pair: pair[0])]


def _to_rank(asked: str, one: Findable[T], read: Callable[[str], str]) -> Rank | None:
    whole = read(" ".join(asked.split()))
    words = _WORD.findall(whole)
    if not words:
        return None
    names = [read(name) for name in (*one.names, *one.codes)]
    if whole in names:
        return Rank.EXACT
    if any(name.startswith(whole) for name in names):
        return Rank.BEGINS
    if any(_begin_words(words, name) for name in names):
        return Rank.WORD
    told = [read(text) for text in (*one.names, *one.texts)]
    return Rank.ANYWHERE if is_found(to_words(whole), told) else None


def _begin_words(words: list[str], name: str) -> bool:
    own = _WORD.findall(name)
    return all(any(word.startswith(asked) for word in own) for asked in words)
