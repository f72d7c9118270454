"""What a viewer can find: only what a page that is hers can show her."""

import streamlit as st

import clock
from data_access.register import fetch_register
from data_access.viewer import Viewer
from indicators.finding import Findable, find
from pages import menu
from pages.figure_levels import newest_release
from pages.search_reads import Found, fetch_councils, fetch_good, fetch_places
from reporting.register import Entry, Listing
from ui.choice_days import to_day
from ui.map_indicators import LEVELS_ABOVE, Indicator, all_indicators, indicators_at
from ui.page_words import page_answer
from ui.search import INDICATOR, MEASURE, PAGE, Hit
from words import _


def to_hits(asked: str, viewer: Viewer) -> list[Hit]:
    """What fits what is searched for, the best first, each on a page that the viewer may open."""
    today = clock.today()
    on, _problem = to_day(st.query_params.get("dag"), today)
    may_open = {entry.name for entry in menu.entries() if entry.is_for(viewer)}
    things = [*to_pages(viewer)]
    if viewer.sees_figures:
        things = [*fetch_places(on, today, viewer=viewer), *things, *to_entries(viewer)]
        things += fetch_councils(on, viewer=viewer)
        release = newest_release(viewer)
        things += fetch_good(on, release=release.number, viewer=viewer) if release else ()
    return [hit for hit in find(asked, things) if hit.page in may_open]


def to_pages(viewer: Viewer) -> Found:
    """The pages that are the viewer's, by their title and by what they answer."""
    return tuple(_to_page(entry) for entry in menu.entries() if entry.is_for(viewer))


def _to_page(entry: menu.Entry) -> Findable[Hit]:
    answer = page_answer(entry.name)
    hit = Hit(PAGE, entry.title, answer, entry.name)
    return Findable(hit, (entry.title,), texts=(answer, entry.section))


def to_entries(viewer: Viewer) -> Found:
    """The indicators, of the register and of the map, and the kinds of measure."""
    register = fetch_register(viewer=viewer)
    found: list[Findable[Hit]] = []
    for entry in register.all_of(Listing.INDICATOR).values():
        found += [_to_trend(entry), _to_map(entry)]
    found += [_to_own(one) for one in all_indicators().values()]
    found += [_to_measure(entry) for entry in register.all_of(Listing.MEASURE).values()]
    return tuple(found)


def _to_level(code: str) -> tuple[str, str | None]:
    """The level to show an indicator at: the present one where it is shown there."""
    level = st.query_params.get("niva") or "lpo"
    if code in indicators_at(level):
        return "niva", level
    if code in all_indicators():
        return "niva", LEVELS_ABOVE[0] if code in indicators_at(LEVELS_ABOVE[0]) else None
    return "niva", None if level == "kommun" else level


def _to_entry(entry: Entry, hit: Hit) -> Findable[Hit]:
    names = (entry.name, *entry.other_names)
    return Findable(hit, names, (entry.code,), (hit.note, entry.definition))


def _to_trend(entry: Entry) -> Findable[Hit]:
    asked = (("indikator", entry.code), ("bild", None), _to_level(entry.code))
    return _to_entry(entry, Hit(INDICATOR, entry.name, _("över tid"), "trender", asked))


def _to_map(entry: Entry) -> Findable[Hit]:
    asked = (("indikator", entry.code), _to_level(entry.code))
    return _to_entry(entry, Hit(INDICATOR, entry.name, _("på kartan"), "karta", asked))


def _to_own(one: Indicator) -> Findable[Hit]:
    asked = (("indikator", one.key), _to_level(one.key))
    hit = Hit(INDICATOR, one.label, _("på kartan"), "karta", asked)
    return Findable(hit, (one.label,), (one.key,), (hit.note, one.definition))


def _to_measure(entry: Entry) -> Findable[Hit]:
    asked = (("del", None), ("atgard", entry.code))
    return _to_entry(entry, Hit(MEASURE, entry.name, _("omfattning"), "insatser", asked))
