"""What is wrong with a file or with a cell of it, as it is found."""

from collections.abc import Callable

from reporting.personal import mask


class Problem(Exception):
    """Something that can't be read: a code for machines, what is wrong and what would be right.
    `right` may be put off until it is known that somebody will read it."""

    def __init__(self, code: str, wrong: str, right: str | Callable[[], str] = ""):
        super().__init__(code)
        self.code, self.wrong, self._right = code, wrong, right

    @property
    def right(self) -> str:
        """What would be right."""
        return self._right if isinstance(self._right, str) else self._right()


def to_repeated(written: str, longest: int = 100) -> str:
    """What was written as a remark may repeat it: without what points out a person, and cut. It is
    masked before it is cut, for half a number is not found."""
    return mask(written[: longest * 4])[:longest]
