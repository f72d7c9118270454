"""Every address of the API in one table: what answers it, what may be asked, what is told of it."""

from geodata.division import LEVELS
from indicators.protection.names import AGES, SEXES, TOTAL
from web.api import parameters, schemas, usual
from web.api.areas import make_areas
from web.api.catalogue import make_catalogue
from web.api.endpoint import Endpoint
from web.api.figure_question import QUARTER, YEAR
from web.api.figures import make_figures
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
from web.api.lists import make_indicators, make_release, make_releases
from web.api.stages import LEVELS as STAGE_LEVELS
from web.api.stages import make_stages
from words import _, kept_by_language


@kept_by_language
def to_endpoints() -> tuple[Endpoint, ...]:
    """Every address, in the order in which they are told."""
    return (_figures(), _indicators(), *_releases(), *_areas(), _stages(), *_catalogues())


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
        places=(usual.to_release(), usual.to_indicator()),
        query=(
            usual.to_level(LEVELS, "lpo"),
            usual.to_codes(),
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
            usual.to_dialect(), *usual.to_paging(_("Gäller format=csv.")),
        ),
        example="/releases/latest/figures/misstankta-grova-brott?niva=polisregion&format=csv",
    )  # fmt: skip


def _indicators() -> Endpoint:
    return Endpoint(
        name="indicators",
        path="/indicators",
        summary=_("Vad som räknas"),
        told=_("Registrets indikatorer och insatser: definition, enhet, källa och räkneregel."),
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
        places=(usual.to_release(),),
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
    query = (usual.to_day(), usual.to_level(LEVELS, _("alla")), usual.to_codes(), *more)
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
        query=(*query, *usual.to_paging(_("Gäller format=geojson."))),
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
        query=(
            usual.to_day(),
            usual.to_level(STAGE_LEVELS, "lpo"),
            usual.to_codes(),
            usual.to_dialect(),
            *usual.to_paging(""),
        ),
        example="/council-stages?niva=lpo&dag=2026-11-01&format=csv",
    )


def _catalogues() -> tuple[Endpoint, ...]:
    forms = {"": (TURTLE, RDF_XML, JSON_LD), ".ttl": (TURTLE,), ".rdf": (RDF_XML,)}
    return tuple(
        Endpoint(
            name=f"catalog{ending.replace('.', '-')}",
            path=f"/catalog{ending}",
            summary=_("Katalog enligt DCAT-AP-SE"),
            told=_(
                "Datamängderna beskrivna för dataportaler på alla språk, med utgivare, licens och "
                "format."
            ),
            make=make_catalogue,
            formats=formats,
            schema={"type": "object"},
            example=f"/catalog{ending}",
        )
        for ending, formats in (forms | {".jsonld": (JSON_LD,)}).items()
    )
