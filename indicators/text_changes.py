"""What differs between two texts, paragraph by paragraph."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

Change = Literal["lika", "borta", "ny", "andrad"]
SAME, GONE, NEW, CHANGED = "lika", "borta", "ny", "andrad"
ALIKE = 0.5  # share of the words that two paragraphs have in common to be versions of one


class Pair(NamedTuple):
    """A paragraph as it was and as it is; None where there is none."""

    before: str | None
    after: str | None
    change: Change


def to_pairs(before: Sequence[str], after: Sequence[str]) -> list[Pair]:
    """Both texts' paragraphs in order, each once: the same, changed, gone or new."""
    found: list[Pair] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            found += [Pair(old, old, "lika") for old in before[i:j]]
        else:
            found += _to_changed(before[i:j], after[k:m])
    return found


def _to_changed(before: Sequence[str], after: Sequence[str]) -> list[Pair]:
    """Those that differ: each new one with the first old one that it is like, in order."""
    found: list[Pair] = []
    left = list(before)
    for new in after:
        place = next((n for n, old in enumerate(left) if is_alike(old, new)), None)
        if place is None:
            found.append(Pair(None, new, "ny"))
            continue
        found += [Pair(old, None, "borta") for old in left[:place]]
        found.append(Pair(left[place], new, "andrad"))
        left = left[place + 1 :]
    return found + [Pair(old, None, "borta") for old in left]


def is_alike(before: str, after: str) -> bool:
    """Whether the two are versions of one paragraph: most of the words are the same, in order."""
    return SequenceMatcher(None, before.split(), after.split(), autojunk=False).ratio() >= ALIKE
