"""The names of what is counted, and of what stands where a figure can't."""

from enum import StrEnum

IDENTITY = ("indicator", "part", "quarter", "sex", "age_group")
# From the finest; the last two are a way of their own through the country
LEVELS = ("lpo", "polisomrade", "polisregion", "riket", "kommun", "lan")
SPLITS = ("quarter", "sex", "age_group")  # what an area's year can be split by
TOTAL = "totalt"
SEXES = ("kvinna", "man")
AGES = ("12-14", "15-17", "18-20")


class Reason(StrEnum):
    """A figure is there with OK and PRELIMINARY alone. No reason is ever the same as zero."""

    OK = "ok"
    PRELIMINARY = "preliminart"
    PROTECTED = "skyddat"
    MISSING = "saknas"
    NOT_APPLICABLE = "ej-tillampligt"


SHOWN = (Reason.OK, Reason.PRELIMINARY)
