"""The base that small counts are rounded to."""

DEFAULT = 5
BASES = (3, 5, 10)


class BadBase(ValueError):
    """A base that counts are not rounded to."""

    def __init__(self, base: object):
        super().__init__(f"can't round to {base!r}; choose one of {', '.join(map(str, BASES))}")


def parse_base(text: str | None) -> tuple[int, bool]:
    """The base that is set, and whether it fell back to the default: it never falls to 'off'."""
    given = (text or "").strip()
    known = {str(base): base for base in BASES}
    return known.get(given, DEFAULT), given not in known


def to_base(base: int) -> int:
    """The base itself when it is one of `BASES`, else BadBase."""
    if base not in BASES:
        raise BadBase(base)
    return base
