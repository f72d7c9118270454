"""Sets what a document tells as tagged PDF (PDF/UA-1) by `report.typ`, with the compiler's own
fonts: the same bytes on every machine, and nothing is asked of another host.

By itself in a process of its own, since the compiler takes much memory:
`python -m reports.document.setting` reads {"told": …, "day": …} and writes the file.
"""

import json
import re
import sys
from datetime import UTC, date, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Literal

STANDARD: Literal["ua-1"] = "ua-1"
UNKNOWN = "\ufffd"
ROUNDS = 5
_NO_SIGN = re.compile(r'`"(.+?)"` could\b', re.DOTALL)
_CODE = re.compile(r"\\u\{([0-9a-f]+)\}")


class NotSet(ValueError):
    """A document that the compiler can't set, with what it said."""


def to_set(told: str, day: date) -> bytes:
    """The file of what is told (JSON, see `pdf_file.to_told`), made on the day. A sign that no font
    of the compiler has (an emoji, say) is shown as `�`. Raises NotSet."""
    at = datetime.combine(day, time(), UTC)
    for _round in range(ROUNDS):
        made = _set(told, at)
        if isinstance(made, bytes):
            return made
        told = told.translate(dict.fromkeys(map(ord, made), UNKNOWN))
    raise NotSet("signs that no font has")


def _set(told: str, at: datetime) -> bytes | set[str]:
    """The file, or else the signs that no font has."""
    import typst  # the compiler is large, and wanted by few

    try:
        return typst.compile(
            _template(),
            format="pdf",
            ignore_system_fonts=True,
            sys_inputs={"told": told},
            pdf_standards=STANDARD,
            timestamp=at,
        )
    except typst.TypstError as error:
        signs = {sign for text in _NO_SIGN.findall(error.diagnostic) for sign in _to_signs(text)}
        unknown = {one for one in signs if ord(one) > 0x7F and one != UNKNOWN}
        if not unknown:
            raise NotSet(error.diagnostic or error.message) from error
        return unknown


def _to_signs(text: str) -> str:
    """What the compiler quotes, with its codes as signs."""
    return _CODE.sub(lambda found: chr(int(found[1], 16)), text)


@lru_cache(maxsize=1)
def _template() -> bytes:
    return (Path(__file__).parent / "report.typ").read_bytes()


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    sys.stdout.buffer.write(to_set(asked["told"], date.fromisoformat(asked["day"])))
