"""What a reading or a check has to say about what was reported."""

from dataclasses import dataclass
from enum import StrEnum

from reporting.rows import NOWHERE, Place, Unit


class Severity(StrEnum):
    """An error stops the sending, a warning asks for a note, information is only told."""

    ERROR = "fel"
    WARNING = "varning"
    INFORMATION = "information"


@dataclass(frozen=True)
class Remark:
    """One thing to say: what kind of thing (`code`, for machines), where, what was written there,
    what is wrong, and what would be right. The texts are for people, in their language."""

    severity: Severity
    code: str
    wrong: str
    right: str = ""
    written: str = ""
    place: Place = NOWHERE
    column: str = ""  # the column's letter in the file
    field: str = ""  # the field's name
    unit: Unit | None = None
    identity: tuple[str, ...] = ()  # of the row, see rows.identity


def blocks(remarks: "list[Remark]") -> bool:
    """Whether any of them stops the sending."""
    return any(remark.severity is Severity.ERROR for remark in remarks)
