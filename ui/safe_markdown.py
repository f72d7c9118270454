"""Text that people write in a few signs of markdown, as markdown that can hold nothing else.

Headings (#), lists (-, *, 1.), quotations (>), **bold** and *italics* stay what they are. All else
is shown as it was typed: no markup, images, links, formulas, colours or signs of Streamlit's own.
"""

import re

from ui.headings import as_text

_BLOCK = re.compile(r"(?P<sign>#{1,6}|[-*+]|[0-9]{1,3}[.)]|>)[ \t]+(?P<rest>.*)", re.ASCII)
_STRONG = r"\*\*(?P<strong>[^\s*](?:[^*]*[^\s*])?)\*\*"
_SOFT = r"(?<![\w*])\*(?P<soft>[^\s*](?:[^*]*[^\s*])?)\*(?![\w*])"
_UNDER = r"(?<!\w)_(?P<under>[^\s_](?:[^_]*[^\s_])?)_(?!\w)"
_INLINE = re.compile(f"{_STRONG}|{_SOFT}|{_UNDER}")
_HIGHEST = 3  # the page has its own headings above those of the text
_LOWEST = 5


def to_safe(text: str, highest: int = 1) -> str:
    """Markdown of a paragraph, a heading, a list or several of them; `highest` is the level of the
    highest heading of the whole that it is a part of."""
    lines = (_to_line(line.strip(), highest) for line in text.split("\n"))
    return "\n".join(lines)


def find_highest(text: str) -> int:
    """The level of the text's highest heading, 1 without one: no level is skipped above it."""
    found = (_BLOCK.fullmatch(line.strip()) for line in text.split("\n"))
    return min((len(one["sign"]) for one in found if one and one["sign"][0] == "#"), default=1)


def _to_line(line: str, highest: int) -> str:
    """A line with the sign that it begins with, if that is one of ours. Spaces before it are taken
    away: four would make it code."""
    found = _BLOCK.fullmatch(line)
    if found is None:
        return _to_inline(line)
    sign, rest = found["sign"], _to_inline(found["rest"].strip())
    if sign.startswith("#"):
        sign = "#" * min(max(len(sign) - highest, 0) + _HIGHEST, _LOWEST)
        return f"\n{sign} {rest}\n" if rest else ""
    if sign in "-*+":
        sign = "-"
    return f"{sign} {rest}"


def _to_inline(text: str) -> str:
    """The words with what is bold and in italics."""
    parts: list[str] = []
    place = 0
    for one in _INLINE.finditer(text):
        parts.append(_plain(text[place : one.start()]))
        if one["strong"] is not None:
            parts.append(f"**{_plain(one['strong'])}**")
        else:
            parts.append(f"*{_plain(one['soft'] or one['under'])}*")
        place = one.end()
    parts.append(_plain(text[place:]))
    return "".join(parts)


def _plain(text: str) -> str:
    """Text without a meaning: signs of markdown escaped, those of underlined headings too."""
    return as_text(text).replace("=", "\\=")
