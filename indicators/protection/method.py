"""The two ways that counts are protected in a release, and that they are never mixed."""

from enum import StrEnum


class Method(StrEnum):
    """Rounding of all small counts, or exact figures of planned tables with some of them hidden."""

    ROUNDING = "avrundning"
    SUPPRESSION = "undertryckning"


class MethodChanged(ValueError):
    """Earlier releases are protected in another way: read together, they would tell more than
    either does. Exact sums narrow rounded counts, and another base narrows what is hidden."""

    def __init__(self, method: str, base: int, earlier: str, earlier_base: int):
        super().__init__(
            f"can't protect by {method} with base {base}: the earlier release was protected by"
            f" {earlier} with base {earlier_base}; set that again"
        )


def parse_method(text: str | None) -> tuple[Method, bool]:
    """The method that is set, and whether it fell back to rounding, which it does for anything
    that is not understood."""
    given = (text or "").strip()
    known = {str(method): method for method in Method}
    return known.get(given, Method.ROUNDING), given not in known


def check_method(method: str, base: int, earlier: str, earlier_base: int) -> None:
    """Raises MethodChanged when a release by the method can't follow the earlier one."""
    if method != earlier or (method == Method.SUPPRESSION and base != earlier_base):
        raise MethodChanged(method, base, earlier, earlier_base)
