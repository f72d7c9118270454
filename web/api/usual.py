"""Parameters that several addresses have."""

from ui import formats
from web.api import parameters
from web.api.parameters import MOST_ROWS, Parameter
from words import _


def to_release() -> Parameter:
    """The release in a path."""
    return parameters.release("utgava", _("Utgåvans nummer, eller latest."), example="latest")


def to_indicator() -> Parameter:
    """The indicator in a path."""
    told = _("Indikatorns kod, som den står i indicators.")
    return parameters.code("indikator", told, example="misstankta-grova-brott")


def to_level(levels: tuple[str, ...], usual: str) -> Parameter:
    """The level of areas; `usual` when it is not given."""
    told = _("Områdenas nivå: {levels}. Utan den gäller de valda områdenas, annars {usual}.")
    text = told.format(levels=", ".join(levels), usual=usual)
    return parameters.choice("niva", text, levels, example=levels[1])


def to_codes() -> Parameter:
    """The areas."""
    told = _("Områdenas koder med komma emellan, högst {most}. Utan den ges alla.")
    text = told.format(most=parameters.MOST_AREAS)
    return parameters.areas("omrade", text, example="lpo-umea,lpo-lulea-boden")


def to_day() -> Parameter:
    """The day."""
    return parameters.day("dag", _("Dagen som gäller, från 2023-11-09. Annars i dag."),
                          example="2026-11-01")  # fmt: skip


def to_dialect() -> Parameter:
    """A CSV for whom."""
    told = _("excel ger en CSV-fil för svenskt Excel: semikolon, decimalkomma och BOM.")
    return parameters.choice("dialekt", told, ("excel",), example="excel")


def to_paging(told: str) -> tuple[Parameter, Parameter]:
    """Which rows; `told` of when it may be asked."""
    most = _("Högst så många rader, 1–{most}. Link i svaret leder vidare.").format(
        most=formats.number(MOST_ROWS)
    )
    skip = _("Så många rader hoppas över.")
    return (
        parameters.whole("limit", f"{most} {told}".strip(), 1, MOST_ROWS, example="1000"),
        parameters.whole("offset", f"{skip} {told}".strip(), 0, 10_000_000, example="0"),
    )
