"""The kinds of what is reported, each with its fields. Form, spreadsheet, checks and history are
all made from what stands here."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from indicators.stages import ALL_STAGES
from reporting.register import Listing
from words import _, language


class Type(StrEnum):
    """What a field holds."""

    COUNT = "antal"  # a whole number from 0
    AMOUNT = "tal"  # a number from 0, with decimals
    TEXT = "text"
    DAY = "dag"
    CHOICE = "val"  # the code of one of the options
    KOMMUN = "kommun"  # the code of a kommun in the area


class Every(StrEnum):
    """How often."""

    QUARTER = "kvartal"
    YEAR = "ar"  # with the fourth quarter


@dataclass(frozen=True)
class Field:
    """A field. `options` names a list of the register, or one of `FIXED`. The values of a unit's
    key fields tell its rows apart."""

    name: str
    label: str
    type: Type
    required: bool = False
    is_key: bool = False
    options: str = ""
    explanation: str = ""


@dataclass(frozen=True)
class Kind:
    """A kind. `levels` are those of areas that may report it, `owed_by` those that must. With
    `listing`, each valid entry of that list is a row that is asked for; else rows are free."""

    code: str
    title: str
    explanation: str
    fields: tuple[Field, ...]
    levels: tuple[str, ...]
    owed_by: tuple[str, ...] = ()
    every: Every = Every.QUARTER
    listing: Listing | None = None

    @property
    def keys(self) -> tuple[Field, ...]:
        """The fields that tell a unit's rows apart."""
        return tuple(field for field in self.fields if field.is_key)

    def field(self, name: str) -> Field:
        """The field of the name. KeyError when there is none."""
        return {field.name: field for field in self.fields}[name]


NOTE = "anteckning"  # every row has it
LONGEST_TEXT = 2000  # signs that a text may have
# The six cells of a split count; the totals beside them are there to be checked against
CELLS = ("k_12_14", "k_15_17", "k_18_20", "m_12_14", "m_15_17", "m_18_20")
WOMEN, MEN, TOTAL = "kvinnor", "man", "totalt"
TOTALS = (WOMEN, MEN, TOTAL)
FIXED = {
    "stadium": ALL_STAGES,
    "ja-nej": ("ja", "nej"),
    "form": ("medlem", "adjungerad"),
    "niva": ("inom", "mellan"),
    "bedomning": ("natt", "pa-vag", "ej-natt", "kan-inte-bedomas"),
}
LOCAL, REGIONAL = "lpo", "polisregion"


def kinds() -> dict[str, Kind]:
    """Every kind by its code, in the order of forms and sheets, in the language of the run."""
    return _kinds(language())


def option_labels(options: str) -> dict[str, str]:
    """The words of the codes of one of the `FIXED` lists."""
    words = {
        "ej-paborjat": _("ej påbörjat"),
        "kartlaggning": _("kartläggning"),
        "planerat": _("planerat"),
        "uppstartat": _("uppstartat"),
        "etablerat": _("etablerat"),
        "vilande": _("vilande"),
        "ej-aktuellt": _("ej aktuellt"),
        "ja": _("ja"),
        "nej": _("nej"),
        "medlem": _("medlem"),
        "adjungerad": _("adjungerad"),
        "inom": _("inom nivån"),
        "mellan": _("mellan nivåer"),
        "natt": _("nått"),
        "pa-vag": _("på väg"),
        "ej-natt": _("inte nått"),
        "kan-inte-bedomas": _("kan inte bedömas"),
    }
    return {code: words[code] for code in FIXED[options]}


@lru_cache(maxsize=4)
def _kinds(_language: str) -> dict[str, Kind]:
    from reporting.catalogue import to_kinds

    return {kind.code: kind for kind in to_kinds()}
