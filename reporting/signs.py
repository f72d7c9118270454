"""Signs in a text: those that nobody sees (a text of them alone is nothing, and they hide nothing
within another), hyphens, spaces, and the plain form of wide ones."""

import re
import unicodedata

# Not spaces, and still nothing to see: control signs, soft hyphens, zero-width spaces and joiners,
# directions, selectors and tags of other signs, letters that only fill a place
UNSEEN = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
DASH = r"\-‐‑‒–—−"  # the hyphens that people and word processors use
SPACE = r"[^\S\r\n]"  # any space within a line
_MOST_KEPT = 5_000  # signs whose plain form is remembered
_SEEN = re.compile(rf"[^\s{UNSEEN}]")


def is_seen(text: str) -> bool:
    """Whether there is anything in the text to see."""
    return _SEEN.search(text) is not None


class _Plain(dict[int, int]):
    """Each sign's plain form, where it is one sign: wide digits, hyphens and at signs."""

    def __missing__(self, code: int) -> int:
        sign = chr(code)
        plain = unicodedata.normalize("NFKC", sign)
        # A small figure above the line tells of a note, and belongs to no number
        found = ord(plain) if len(plain) == 1 and unicodedata.category(sign) != "No" else code
        digit = unicodedata.decimal(sign, None)
        found = found if digit is None else ord("0") + digit
        if len(self) < _MOST_KEPT:
            self[code] = found
        return found


_PLAIN = _Plain()


def to_plain(text: str) -> str:
    """The text with every sign in its plain form, as long as before."""
    return text if text.isascii() else text.translate(_PLAIN)
