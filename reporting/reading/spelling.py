"""Words as people spell them: case, spaces, hyphens and dots over letters make no difference."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache

from reporting.signs import is_seen
from words import _

# Letters that do not come apart into a letter and a sign, and what nobody sees
_LETTERS = str.maketrans({"ø": "o", "æ": "a", "&": " och "})
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_WORD = re.compile(r"[^\W_]+")
_CONTROL = re.compile(r"_x00[01][0-9A-Fa-f]_|[\x00-\x08\x0b-\x1f\x7f\x80-\x9f]")
_ODD = re.compile("[^\\S \n]|[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200d\u2060\ufeff]|_x00")
_TOO_LONG = 60  # no name is longer; to search for what is like it would take its time


def clean(text: str) -> str:
    """The text without what can't be seen, with ordinary spaces and line breaks; empty when there
    is nothing to see in it at all."""
    if not _ODD.search(text):  # as nearly all are
        return text.strip() if is_seen(text) else ""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "")
    seen = _CONTROL.sub("", lines.translate(_UNSEEN))
    plain = "".join(" " if sign.isspace() and sign != "\n" else sign for sign in seen).strip()
    return plain if is_seen(plain) else ""


@lru_cache(maxsize=20_000)
def split(text: str) -> tuple[str, ...]:
    """The text's words, folded."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return tuple(_WORD.findall(bare.translate(_UNSEEN)))


def fold(text: str) -> str:
    """The text's letters and digits alone, folded: `Ej påbörjat` → `ejpaborjat`."""
    return "".join(split(text))


def nearest(written: str, names: Iterable[str]) -> str:
    """The name that is most like what was written, or an empty text."""
    return _nearest(fold(written[: _TOO_LONG + 1]), tuple(names))


def did_you_mean(written: str, names: Sequence[str]) -> str:
    """A question with the nearest name, followed by a space; empty when none is like it."""
    name = nearest(written, names)
    return _("Menade du {name}?").format(name=name) + " " if name else ""


@lru_cache(maxsize=1_000)
def _nearest(folded: str, names: tuple[str, ...]) -> str:
    known = {fold(name): name for name in names}
    if not folded or len(folded) > _TOO_LONG:
        return ""
    found = get_close_matches(folded, known, n=1, cutoff=0.6)
    return known[found[0]] if found else ""
