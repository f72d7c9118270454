"""What keeps a release from being published, cell by cell: named, and never with a count."""

import pandas as pd

from indicators.protection.attack import UnsafeRelease
from indicators.protection.group_facts import WholeGroup
from indicators.protection.names import IDENTITY, LEVELS
from indicators.protection.suppression import NotProtected

COLUMNS = ("finding", "indicator", "level", "code", "quarter", "sex", "age_group")
WHOLE_GROUP, WORKED_OUT = "whole-group", "worked-out"


def to_found(error: UnsafeRelease | WholeGroup | NotProtected) -> pd.DataFrame:
    """The figures that an error is about: `COLUMNS`. `finding` is one of `attack_knowledge.Finding`
    or of those here; `level` 'lpo' for innermost cells. A contradiction has no figure of its own.
    """
    if isinstance(error, UnsafeRelease):
        found = error.findings[["finding", *IDENTITY]]
    elif isinstance(error, WholeGroup):
        found = error.cells.assign(finding=WHOLE_GROUP)
    else:
        return error.cells.assign(finding=WORKED_OUT)[list(COLUMNS)].reset_index(drop=True)
    places = [_to_place(part) for part in found["part"]]
    told = found.assign(level=[level for level, _ in places], code=[code for _, code in places])
    return told[list(COLUMNS)].reset_index(drop=True)


def _to_place(part: object) -> tuple[str, str]:
    """Level and code: a sum is named with its level before it (`attack_knowledge`)."""
    if not isinstance(part, str):
        return "riket", ""
    level, _, code = part.partition(" ")
    return (level, code) if code and level in LEVELS else ("lpo", part)
