"""The catalogue of what the asker may fetch, for data portals."""

import settings
from data_access.newest_change import fetch_recorded
from data_access.releases import Release, fetch_releases
from data_access.viewer import COUNCILS
from geodata.division import FIRST_DAY, LEVELS
from reporting.register import Entry
from reports.open_data.catalogue import Catalogue, Described, Distribution, to_graph
from reports.open_data.rdf import Text, to_json_ld, to_rdf_xml, to_turtle
from ui import formats
from web.api.asked import BASE, Asked
from web.api.forms import CSV, GEOJSON, GEOPACKAGE, JSON, JSONSTAT, PARQUET, RDF_XML, TURTLE
from web.api.kept import Made
from web.api.negotiate import Format
from web.api.released import find_entry, is_example, sees_some_level, to_entries, to_kept
from words import LANGUAGES, SOURCE, _, in_every_language, language, spoken

_TITLED = {"namn", "definition", "rakneregel"}


def make_catalogue(asked: Asked) -> Made:
    """The answer. Raises DatabaseUnavailable."""
    graph = to_graph(in_every_language(lambda: to_catalogue(asked)))
    writers = {TURTLE.name: to_turtle, RDF_XML.name: to_rdf_xml}
    body = writers.get(asked.form.name, to_json_ld)(graph)
    modified = fetch_recorded(viewer=asked.asker.viewer)
    spoken_in = ("Content-Language", ", ".join(LANGUAGES))
    return Made(body, asked.form.media_type, modified, (spoken_in,))


def to_catalogue(asked: Asked) -> Catalogue:
    """What is described, in the run's language: each indicator, the areas, and the councils'
    stages where seen."""
    viewer, chosen = asked.asker.viewer, settings.load()
    releases = fetch_releases(viewer=viewer)
    datasets = [_to_figures(one, asked, releases[0]) for one in to_entries(viewer) if releases]
    datasets.append(_to_areas(asked))
    if sees_some_level(viewer, COUNCILS):
        datasets.append(_to_stages(asked))
    description = _(
        "Samverkansstrukturen bob: lokala råds steg och uppgifter om unga, område för område. "
        "Små tal är skyddade."
    )
    return Catalogue(
        language=language(),
        address=f"{asked.root}{BASE}/catalog",
        base=f"{asked.root}{BASE}/",
        title=_mark(_("Lägesbild bob, öppna data"), example=is_example()),
        description=description,
        publisher=_to_publisher(chosen.publisher),
        contact=chosen.contact,
        licence=chosen.licence,
        updated=fetch_recorded(viewer=viewer),
        datasets=tuple(datasets),
    )


def _to_publisher(name: str) -> Text:
    """A name is the same in every language."""
    return Text(name) if name else Text(_("Utgivare ej angiven"), language())


def _to_figures(entry: Entry, asked: Asked, release: Release) -> Described:
    if _TITLED & set(to_kept(entry, asked.asker.viewer)):  # no language's title in another's words
        with spoken(SOURCE):
            return _to_figures(find_entry(entry.code, asked.asker.viewer), asked, release)
    level = next(one for one in ("lpo", *LEVELS) if asked.asker.viewer.sees_entry(entry.code, one))
    address = f"/releases/latest/figures/{entry.code}?niva={level}&format="
    return Described(
        code=entry.code,
        title=_mark(entry.name, example=release.is_example),
        description=" ".join(one for one in (entry.definition, entry.counting_rule) if one),
        keywords=(_("unga"), _("brottsförebyggande"), formats.in_sentence(entry.name)),
        is_quarterly=True,
        is_open=not asked.asker.has_key,
        first=entry.valid_from,
        last=entry.valid_to,
        issued=release.made_at,
        distributions=_to_ways(asked, address, (JSONSTAT, CSV, PARQUET)),
    )


def _to_areas(asked: Asked) -> Described:
    return _to_other(
        asked,
        "omraden",
        _("Polisens och länens områden med gränser"),
        _("Polisregioner, polisområden, lokalpolisområden, län och kommuner, med giltighet."),
        _to_ways(asked, "/areas?niva=lpo&format=", (GEOJSON, GEOPACKAGE)),
        example=False,
    )


def _to_stages(asked: Asked) -> Described:
    viewer = asked.asker.viewer
    level = next(one for one in ("lpo", *LEVELS) if viewer.sees_entry(COUNCILS, one))
    return _to_other(
        asked,
        "rad-steg",
        _("Lokala råds steg"),
        _("Hur långt rådet i varje område har kommit: från ej påbörjat till etablerat."),
        _to_ways(asked, f"/council-stages?niva={level}&format=", (JSON, CSV, GEOJSON)),
        example=is_example(),
    )


def _to_other(
    asked: Asked,
    code: str,
    title: str,
    description: str,
    ways: tuple[Distribution, ...],
    *,
    example: bool,
) -> Described:
    return Described(
        code=code,
        title=_mark(title, example=example),
        description=description,
        keywords=(_("bob"), _("lokalpolisområde"), formats.in_sentence(title)),
        is_quarterly=False,
        is_open=not asked.asker.has_key,
        first=FIRST_DAY,
        last=None,
        issued=None,
        distributions=ways,
    )


def _to_ways(asked: Asked, address: str, formats: tuple[Format, ...]) -> tuple[Distribution, ...]:
    return tuple(
        Distribution(
            _("Som {name}").format(name=one.name),
            f"{asked.root}{BASE}{address}{one.name}",
            one.plain_type,
        )
        for one in formats
    )


def _mark(title: str, *, example: bool) -> str:
    return _("{title} (EXEMPELDATA)").format(title=title) if example else title
