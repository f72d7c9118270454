"""A release's own audit: what can be worked out from all that is published, and nothing else.

The attacker knows the published cells, every table beside them, the releases before, and the rule
that a reader is told: '1 to base - 1 are shown as 0 or the base'. A published 0 may then be 0 to
base - 1, and a published base 1 to base. Whatever narrows that further is a finding. She is also
taken to know which cells were not revised. How the rounding chose, she does not.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from indicators.protection.attack_knowledge import (
    COLUMNS,
    Finding,
    Known,
    Release,
    to_known,
)
from indicators.protection.base import to_base
from indicators.protection.deduction import Told, deduce
from indicators.protection.solver import Contradiction


class UnsafeRelease(ValueError):
    """What is to be published tells more than it may."""

    def __init__(self, findings: pd.DataFrame):
        kinds = findings["finding"].value_counts()
        told = ", ".join(f"{count} × {kind}" for kind, count in kinds.items())
        super().__init__(f"the release is not safe: {told}; leave out the tables that differ")
        self.findings = findings


@dataclass(frozen=True)
class Audit:
    """`findings` has `COLUMNS`; the rest says how much there was to work out."""

    findings: pd.DataFrame
    cells: int
    linked: int  # cells that something but their own figure tells of
    blocks: int
    solved: int  # integer programs

    @property
    def is_safe(self) -> bool:
        """Whether nothing was found."""
        return self.findings.empty


def audit(releases: Sequence[Release], base: int) -> Audit:
    """All that is found when the releases, the oldest first, are read together. Raises BadBase."""
    known = to_known(releases, to_base(base))
    try:
        deduced = deduce(_to_told(known))
    except Contradiction:
        nobody = pd.DataFrame([{"finding": str(Finding.CONTRADICTION)}], columns=list(COLUMNS))
        return Audit(_listed(known, nobody), len(known.low), 0, 0, 0)
    narrowed = (deduced.low > known.low) | (deduced.high < known.high)
    cells = known.names[narrowed].assign(
        finding=str(Finding.NARROWED), low=deduced.low[narrowed], high=deduced.high[narrowed]
    )
    return Audit(
        _listed(known, cells), len(known.low), deduced.linked, deduced.blocks, deduced.solved
    )


def check(releases: Sequence[Release], base: int) -> Audit:
    """The audit, when nothing is found; else UnsafeRelease with what is."""
    result = audit(releases, base)
    if not result.is_safe:
        raise UnsafeRelease(result.findings)
    return result


def _to_told(known: Known) -> Told:
    sums = known.sums
    return Told(known.at_least, known.at_most, sums.members, sums.values, sums.values)


def _listed(known: Known, more: pd.DataFrame) -> pd.DataFrame:
    found = [rows for rows in (*known.findings, more[list(COLUMNS)]) if len(rows)]
    return pd.concat(found, ignore_index=True) if found else pd.DataFrame(columns=list(COLUMNS))
