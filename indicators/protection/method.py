"""The two ways that counts are protected, and that one is not taken after the other."""

from enum import StrEnum


class Method(StrEnum):
    """Small counts are rounded and all else summed from them, or figures are exact and hidden."""

    ROUNDING = "avrundning"
    HIDING = "undertryckning"


class MethodChanged(ValueError):
    """Exact figures beside rounded ones of the same counts tell what was rounded."""

    def __init__(self, method: Method, before: Method):
        super().__init__(
            f"the release before was made by {before}, and exact figures beside rounded ones tell"
            f" what was protected; set the method to {before} again instead of {method}"
        )


def parse_method(text: str | None) -> tuple[Method, bool]:
    """The method that is set, and whether it fell back to rounding: it never falls to none."""
    given = (text or "").strip()
    known = {str(method): method for method in Method}
    return known.get(given, Method.ROUNDING), given not in known
