"""What can be wrong with innermost cells. No message tells a count: they end in logs."""

from collections.abc import Sequence


class CellError(ValueError):
    """The cells can't be protected as they are."""


class MissingColumn(CellError):
    """A column that every cell must have is not there."""

    def __init__(self, names: Sequence[str]):
        super().__init__(f"the cells lack the columns {', '.join(names)}")


class NegativeCount(CellError):
    """A count below zero."""

    def __init__(self, cell: str):
        super().__init__(f"negative count in {cell}; counts are of persons, from 0")


class FractionalCount(CellError):
    """A count that is no whole number."""

    def __init__(self, cell: str):
        super().__init__(f"no whole number in {cell}; counts are of persons")


class DuplicateCell(CellError):
    """The same cell twice."""

    def __init__(self, cell: str):
        super().__init__(f"{cell} stands more than once; sum it, or leave the wrong one out")


class UnknownSex(CellError):
    """A sex that is none of those counted."""

    def __init__(self, cell: str):
        super().__init__(f"unknown sex in {cell}; use kvinna and man, or totalt where not split")


class UnknownAge(CellError):
    """An age group that is none of those counted."""

    def __init__(self, cell: str):
        super().__init__(
            f"unknown age group in {cell}; use 12-14, 15-17 and 18-20, or totalt where not split"
        )


class MixedTotals(CellError):
    """Totals beside the cells that they are sums of."""

    def __init__(self, cell: str):
        super().__init__(
            f"{cell} is a total beside its own parts, or split by one of sex and age alone;"
            " give innermost cells"
        )


class MissingPlace(CellError):
    """A cell that lies nowhere, or has an empty name."""

    def __init__(self, column: str, cell: str):
        super().__init__(f"no {column} in {cell}; only kommun and lan may be left out")


class NotNested(CellError):
    """An area that lies in two others of the same level in one quarter."""

    def __init__(self, child: str, parent: str, code: str, quarter: str):
        super().__init__(
            f"{child} {code} lies in more than one {parent} in {quarter}; split it into parts"
        )


class ContradictoryReason(CellError):
    """A count together with a reason why there is none, or a reason that no cell can have."""

    def __init__(self, cell: str):
        super().__init__(f"count and reason contradict each other in {cell}")
