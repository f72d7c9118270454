"""What stands in a field: a value, or the reason why there is none."""

from datetime import date
from enum import StrEnum


class Gap(StrEnum):
    """Why a field that was answered holds no value. Neither of them is zero."""

    MISSING = "saknas"
    NOT_APPLICABLE = "ej-tillampligt"


# A field that was not answered at all is left out of its row. A choice is its code (str).
Value = int | float | str | date | Gap
