"""Every address of the API in one table: what answers it, what may be asked, what is told of it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from geodata.division import LEVELS
from indicators.protection.names import AGES, SEXES, TOTAL
from ui import formats
from web.api import parameters, schemas
from web.api.areas import make_areas
from web.api.asked import BASE, Asked
from web.api.catalogue import make_catalogue
from web.api.figures import QUARTER, YEAR, make_figures
from web.api.forms import (
    CSV,
    GEOJSON,
    GEOPACKAGE,
    JSON,
    JSON_LD,
    JSONSTAT,
    PARQUET,
    RDF_XML,
    TURTLE,
)
from web.api.kept import Made
from web.api.lists import make_indicators, make_release, make_releases
from web.api.negotiate import Format
from web.api.parameters import MOST_ROWS, Parameter
from web.api.stages import LEVELS as STAGE_LEVELS
from web.api.stages import make_stages
from words import _

_PLACE = re.compile(r"\\\{([a-z]+)\\\}")  # in a path that is escaped


@dataclass(frozen=True)
class Endpoint:
    """An address below BASE: `places` are the parameters in its path, `query` those after it;
    `schema` is of its JSON; `example` a call of it."""

    name: str
    path: str
    summary: str
    told: str
    make: Callable[[Asked], Made]
    formats: tuple[Format, ...]
    schema: Mapping[str, Any]
    places: tuple[Parameter, ...] = ()
    query: tuple[Parameter, ...] = ()
    example: str = ""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The path with a group for each of its places."""
        return re.compile(_PLACE.sub(r"(?P<\1>[^/]+)", re.escape(self.path)))

    @cached_property
    def all_query(self) -> tuple[Parameter, ...]:
        """Those of its own, and `format` where there are several to choose from."""
        if len(self.formats) == 1:
            return self.query
        return (*self.query, _to_format(self.formats))


@lru_cache(maxsize=1)
def to_endpoints() -> tuple[Endpoint, ...]:
    """Every address, in the order in which they are told."""
    return (_figures(), _indicators(), *_releases(), *_areas(), _stages(), *_catalogues())


def _to_format(formats: tuple[Format, ...]) -> Parameter:
    names = [one.name for one in formats]
    told = _("Svarets format: {names}. Går före Accept.").format(names=", ".join(names))
    word = {"type": "string", "enum": names}
    return Parameter("format", told, word, str, example=names[0])


def _figures() -> Endpoint:
    return Endpoint(
        name="figures",
        path="/releases/{utgava}/figures/{indikator}",
        summary=_("En indikators tal ur en utgåva"),
        told=_(
            "Alla tal på en nivå, eller dem som väljs. Utgåvans nummer ger en adress vars tal "
            "aldrig ändras; latest ger den senaste utgåvan. Utan kön och ålder ges totalen."
        ),
        make=make_figures,
        formats=(JSONSTAT, CSV, PARQUET),
        schema=schemas.JSONSTAT,
        places=(_release(), _indicator()),
        query=(
            _level(LEVELS, "lpo"),
            _codes(),
            parameters.period(
                "fran", _("Första perioden, 2026K1 eller 2026."), example="2026K1"
            ),
            parameters.period("till", _("Sista perioden, 2026K3 eller 2026."), example="2026K3"),
            parameters.choice("tid", _("kvartal (om inget anges) eller ar."), (QUARTER, YEAR)),
            parameters.choices(
                "kon", _("kvinna, man, totalt, med komma emellan."), (TOTAL, *SEXES),
                example="kvinna,man",
            ),
            parameters.choices(
                "alder", _("12-14, 15-17, 18-20, totalt, med komma emellan."), (TOTAL, *AGES),
                example="15-17",
            ),
            _dialect(), *_paging(_("Gäller format=csv.")),
        ),
        example="/releases/latest/figures/misstankta-grova-brott?niva=polisregion&format=csv",
    )  # fmt: skip


def _indicators() -> Endpoint:
    return Endpoint(
        name="indicators",
        path="/indicators",
        summary=_("Vad som räknas"),
        told=_("Registrets indikatorer och åtgärder: definition, enhet, källa och räkneregel."),
        make=make_indicators,
        formats=(JSON,),
        schema=schemas.INDICATORS,
        example="/indicators",
    )


def _releases() -> tuple[Endpoint, Endpoint]:
    every = Endpoint(
        name="releases",
        path="/releases",
        summary=_("Alla utgåvor"),
        told=_("Nummer, dag, hur små tal är skyddade och hur mycket summor avviker av det."),
        make=make_releases,
        formats=(JSON,),
        schema=schemas.RELEASES,
        example="/releases",
    )
    one = Endpoint(
        name="release",
        path="/releases/{utgava}",
        summary=_("En utgåva"),
        told=_("Samma uppgifter om en utgåva; latest är den senaste."),
        make=make_release,
        formats=(JSON,),
        schema=schemas.RELEASE,
        places=(_release(),),
        example="/releases/latest",
    )
    return every, one


def _areas() -> tuple[Endpoint, Endpoint]:
    more = (
        parameters.code(
            "indikator", _("En indikators kod: dess tal för perioden följer med varje område."),
            example="misstankta-grova-brott",
        ),
        parameters.quarter("period", _("Talens kvartal, 2026K3."), example="2026K3"),
        parameters.release("utgava", _("Talens utgåva; latest om inget anges."), example="latest"),
    )  # fmt: skip
    query = (_day(), _level(LEVELS, _("alla")), _codes(), *more)
    told = _(
        "Kod, namn, nivå, giltighet, överordnat område, gränser (WGS 84) och om gränsen är "
        "ungefärlig. Med indikator även talen."
    )
    first = Endpoint(
        name="areas",
        path="/areas",
        summary=_("Områden en dag"),
        told=told,
        make=make_areas,
        formats=(GEOJSON, GEOPACKAGE),
        schema=schemas.GEOJSON,
        query=(*query, *_paging(_("Gäller format=geojson."))),
        example="/areas?niva=lpo&dag=2026-11-01",
    )
    second = Endpoint(
        name="areas-geopackage",
        path="/areas.gpkg",
        summary=_("Områden som GeoPackage"),
        told=_("Samma områden som en fil för kartprogram."),
        make=make_areas,
        formats=(GEOPACKAGE,),
        schema={},
        query=query,
        example="/areas.gpkg?indikator=misstankta-grova-brott&niva=lpo&period=2026K3",
    )
    return first, second


def _stages() -> Endpoint:
    return Endpoint(
        name="council-stages",
        path="/council-stages",
        summary=_("Rådens steg en dag"),
        told=_("Hur långt råden har kommit i varje område. Tomt steg betyder att uppgift saknas."),
        make=make_stages,
        formats=(JSON, CSV, GEOJSON),
        schema=schemas.STAGES_OR_GEOJSON,
        query=(_day(), _level(STAGE_LEVELS, "lpo"), _codes(), _dialect(), *_paging("")),
        example="/council-stages?niva=lpo&dag=2026-11-01&format=csv",
    )


def _catalogues() -> tuple[Endpoint, ...]:
    forms = {"": (TURTLE, RDF_XML, JSON_LD), ".ttl": (TURTLE,), ".rdf": (RDF_XML,)}
    return tuple(
        Endpoint(
            name=f"catalog{ending.replace('.', '-')}",
            path=f"/catalog{ending}",
            summary=_("Katalog enligt DCAT-AP-SE"),
            told=_("Datamängderna beskrivna för dataportaler, med utgivare, licens och format."),
            make=make_catalogue,
            formats=formats,
            schema={"type": "object"},
            example=f"/catalog{ending}",
        )
        for ending, formats in (forms | {".jsonld": (JSON_LD,)}).items()
    )


def _release() -> Parameter:
    return parameters.release("utgava", _("Utgåvans nummer, eller latest."), example="latest")


def _indicator() -> Parameter:
    told = _("Indikatorns kod, som den står i indicators.")
    return parameters.code("indikator", told, example="misstankta-grova-brott")


def _level(levels: tuple[str, ...], usual: str) -> Parameter:
    told = _("Områdenas nivå: {levels}. Utan den gäller de valda områdenas, annars {usual}.")
    text = told.format(levels=", ".join(levels), usual=usual)
    return parameters.choice("niva", text, levels, example=levels[1])


def _codes() -> Parameter:
    told = _("Områdenas koder med komma emellan, högst {most}. Utan den ges alla.")
    text = told.format(most=parameters.MOST_AREAS)
    return parameters.areas("omrade", text, example="lpo-umea,lpo-lulea-boden")


def _day() -> Parameter:
    return parameters.day("dag", _("Dagen som gäller, från 2023-11-09. Annars i dag."),
                          example="2026-11-01")  # fmt: skip


def _dialect() -> Parameter:
    told = _("excel ger en CSV-fil för svenskt Excel: semikolon, decimalkomma och BOM.")
    return parameters.choice("dialekt", told, ("excel",), example="excel")


def _paging(told: str) -> tuple[Parameter, Parameter]:
    most = _("Högst så många rader, 1–{most}. Link i svaret leder vidare.").format(
        most=formats.number(MOST_ROWS)
    )
    skip = _("Så många rader hoppas över.")
    return (
        parameters.whole("limit", f"{most} {told}".strip(), 1, MOST_ROWS, example="1000"),
        parameters.whole("offset", f"{skip} {told}".strip(), 0, 10_000_000, example="0"),
    )


__all__ = ["BASE", "Endpoint", "to_endpoints"]
