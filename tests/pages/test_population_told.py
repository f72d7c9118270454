"""Screens say of young people what the figures are: estimated, or official once they are read."""

import re
from datetime import date

from data_access.population_import import take_in
from geodata.scb.checks import to_checked
from geodata.scb.counts import to_counts
from geodata.scb.reading import read_bytes
from tests.geodata import scb_files
from tests.pages.conftest import show
from tests.viewers import ADMIN

PLACES = {
    "oversikt": {},
    "karta": {"niva": "polisregion", "indikator": "unga", "omrade": "pr-nord"},
    "omrade": {"niva": "lpo", "omrade": "lpo-umea"},
    "om": {},
}
# What stays estimated: parts of the cities
CITIES = re.compile(r"(?:[Dd]elarna av )?Stockholm, Göteborg och Malmö är skattade")


def told(page):
    """All that the page says, help texts included."""
    app = show(page, dag="2026-11-01", **PLACES[page])
    assert not app.exception
    texts = [one.value for kind in ("markdown", "caption") for one in app.get(kind)]
    return "\n".join([*texts, *(one.help or "" for one in app.get("metric"))])


def test_estimates_are_told_until_official_figures_are_read(example_data_of_own):
    for page in PLACES:
        assert re.search("skattad|skattat", CITIES.sub("", told(page))), page
    raw = read_bytes(scb_files.to_json(scb_files.cells((2024, 2025))), "fil")
    take_in(to_counts(to_checked(raw, "fil", date(2026, 1, 1))), "SCB", viewer=ADMIN)
    for page in PLACES:
        after = told(page)
        assert "2025-12-31" in after, page
        assert not re.search("skattad|skattat", CITIES.sub("", after)), page
