"""Whole numbers in what people read, with spaces between thousands or without."""

import re
from collections.abc import Iterator

_SPACES = "\u0020\u00a0\u202f\u2009"
# No part of a word, of a decimal number, or of a longer row of digits; '12,0' is whole
_NUMBER = re.compile(
    rf"(?<![\w.,])(\d{{1,3}}(?:[{_SPACES}]\d{{3}})+|\d+)(?:[.,]0+)?(?![\w]|[.,]\d)", re.ASCII
)


def to_numbers(text: str) -> Iterator[int]:
    """Every whole number in the text."""
    for found in _NUMBER.finditer(text):
        yield int("".join(sign for sign in found[1] if sign.isdigit()))
