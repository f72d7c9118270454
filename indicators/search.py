"""Searching texts by words."""

from collections.abc import Iterable


def to_words(asked: str) -> tuple[str, ...]:
    """The words of what is searched for, without regard to upper and lower case."""
    return tuple(asked.casefold().split())


def is_found(words: Iterable[str], texts: Iterable[object]) -> bool:
    """Whether every word stands in some of the texts, also as a part of a word. None and what is
    missing hold no words."""
    whole = "\n".join(text.casefold() for text in texts if isinstance(text, str))
    return all(word in whole for word in words)
