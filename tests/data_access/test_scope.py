"""Whatever is asked, a viewer gets nothing of what lies outside her areas."""

import functools
import importlib
import inspect
import pkgutil
from datetime import date

import pytest

import data_access
from data_access import cache
from data_access.areas import fetch_area, fetch_areas, fetch_areas_on_each, fetch_visible
from data_access.courses import fetch_courses, fetch_priorities
from data_access.coverage_course import fetch_pieces_on_each
from data_access.establishment import (
    fetch_assessments,
    fetch_events,
    fetch_history,
    fetch_milestones,
    fetch_pieces,
    fetch_recent,
    fetch_stages,
)
from data_access.goals import fetch_goals
from data_access.kind import fetch_kind
from data_access.newest_change import fetch_recorded, fetch_stages_recorded
from data_access.pictures import fetch_picture, fetch_pictures, fetch_published_since
from data_access.places import Piece, to_visible
from data_access.population import fetch_basis, fetch_population
from data_access.published import fetch_published
from data_access.register import fetch_recorded_register, fetch_register
from data_access.release_changes import fetch_changes
from data_access.released_rates import fetch_listed, fetch_newest, fetch_rates
from data_access.released_reports import fetch_reported, fetch_reports
from data_access.releases import fetch_releases
from data_access.status_course import fetch_priorities_on_each, fetch_stages_on_each
from data_access.support import fetch_support
from data_access.version import fetch_version
from data_access.viewer import BadViewer, Role, Viewer
from data_access.young import fetch_young
from tests.data_access.pictures import add_picture
from tests.data_access.released import add_release

DAY = date(2026, 11, 1)
OTHER = Viewer(Role.LASARE, frozenset({"pr-syd"}))
# How to ask each function, so that a new one without a line here fails the tests below
QUESTIONS = {
    "fetch_areas": lambda viewer: fetch_areas(DAY, viewer=viewer),
    "fetch_areas_on_each": lambda viewer: fetch_areas_on_each("lpo", (DAY,), viewer=viewer),
    "fetch_stages_on_each": lambda viewer: fetch_stages_on_each("lpo", (DAY,), viewer=viewer),
    "fetch_priorities_on_each": lambda viewer: fetch_priorities_on_each(
        "lpo", (DAY,), viewer=viewer
    ),
    "fetch_visible": lambda viewer: fetch_visible(DAY, viewer=viewer),
    "fetch_area": lambda viewer: fetch_area("lpo-lulea-boden", DAY, viewer=viewer),
    "fetch_stages": lambda viewer: fetch_stages("kommun", DAY, viewer=viewer),
    "fetch_courses": lambda viewer: fetch_courses(viewer=viewer),
    "fetch_priorities": lambda viewer: fetch_priorities(DAY, viewer=viewer),
    "fetch_pieces": lambda viewer: fetch_pieces(DAY, viewer=viewer),
    "fetch_pieces_on_each": lambda viewer: fetch_pieces_on_each(
        (date(2024, 12, 31), DAY), viewer=viewer
    ),
    "fetch_assessments": lambda viewer: fetch_assessments("lpo", DAY, viewer=viewer),
    "fetch_events": lambda viewer: fetch_events("lpo-lulea-boden", DAY, viewer=viewer),
    "fetch_history": lambda viewer: fetch_history("lpo-lulea-boden", DAY, viewer=viewer),
    "fetch_recent": lambda viewer: fetch_recent(date(2023, 1, 1), DAY, viewer=viewer),
    "fetch_population": lambda viewer: fetch_population("lpo", DAY, viewer=viewer),
    "fetch_basis": lambda viewer: fetch_basis(DAY, viewer=viewer),
    "fetch_young": lambda viewer: fetch_young("lpo", (2024, 2026), viewer=viewer),
    "fetch_milestones": lambda viewer: fetch_milestones(viewer=viewer),
    "fetch_published": lambda viewer: fetch_published(viewer=viewer),
    "fetch_support": lambda viewer: fetch_support(viewer=viewer),
    "fetch_recorded_register": lambda viewer: fetch_recorded_register(viewer=viewer),
    "fetch_register": lambda viewer: fetch_register(viewer=viewer),
    "fetch_kind": lambda viewer: fetch_kind(viewer=viewer),
    "fetch_recorded": lambda viewer: fetch_recorded(viewer=viewer),
    "fetch_stages_recorded": lambda viewer: fetch_stages_recorded(viewer=viewer),
    "fetch_releases": lambda viewer: fetch_releases(viewer=viewer),
    "fetch_changes": lambda viewer: fetch_changes("lpo", before=0, after=1, viewer=viewer),
    "fetch_reports": lambda viewer: fetch_reports("deltagande", release=1, viewer=viewer),
    "fetch_reported": lambda viewer: fetch_reported("deltagande", release=1, viewer=viewer),
    "fetch_pictures": lambda viewer: fetch_pictures(viewer=viewer),
    "fetch_picture": lambda viewer: fetch_picture(1, viewer=viewer),
    "fetch_published_since": lambda viewer: fetch_published_since(
        date(2024, 1, 1), date(2999, 1, 1), viewer=viewer
    ),
    "fetch_rates": lambda viewer: fetch_rates(
        "atgard", "sspf-insats", "lpo", ("quarter",), release=1, viewer=viewer
    ),
    "fetch_listed": lambda viewer: fetch_listed(
        "atgard", "lpo", ("quarter",), ("2026K3",), release=1, viewer=viewer
    ),
    "fetch_newest": lambda viewer: fetch_newest("atgard", "2026K3", release=1, viewer=viewer),
    "fetch_goals": lambda viewer: fetch_goals(viewer=viewer),
}
# the same for everybody
PUBLIC = {
    "fetch_basis", "fetch_milestones", "fetch_kind", "fetch_recorded_register", "fetch_register",
    "fetch_releases",
}  # fmt: skip
PUBLIC |= {"fetch_published", "fetch_support"}
PUBLIC |= {
    "fetch_published",
    "fetch_newest",
    "fetch_goals",
    "fetch_recorded",
    "fetch_stages_recorded",
}


def viewer(*codes):
    return Viewer(Role.LASARE, frozenset(codes))


def modules():
    for found in pkgutil.walk_packages(data_access.__path__, "data_access."):
        if ".migrations" not in found.name and not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def fetch_functions():
    return {
        name: function
        for module in modules()
        for name, function in vars(module).items()
        if name.startswith("fetch_") and callable(function) and name != "fetch_version"
    }


def test_every_fetch_function_is_cached_with_the_viewer_in_its_key():
    found = fetch_functions()
    assert set(found) == set(QUESTIONS)
    own = [one for one in cache.CACHED if one.__module__.startswith("data_access.")]
    assert {function.__name__ for function in own} == set(found)
    for function in [*found.values(), *cache.CACHED, fetch_version]:
        parameter = inspect.signature(function).parameters["viewer"]
        assert parameter.kind is parameter.KEYWORD_ONLY
        assert parameter.default is parameter.empty


def test_no_other_cache_holds_answers():
    """lru_cache and its like are for what is the same for everybody, and named here."""
    allowed = {"facts_digest", "load", "_load_targets", "_rate", "_trend", "_factor", "_to_places"}
    held = {
        name
        for module in modules()
        for name, value in vars(module).items()
        if isinstance(value, functools._lru_cache_wrapper)
    }
    assert held <= allowed


def test_no_answer_kept_for_one_viewer_reaches_another(sqlite_engine):
    add_release()
    add_picture()
    for name in sorted(set(QUESTIONS) - PUBLIC):
        cache.forget_answers()
        check_kept_apart(name)


def check_kept_apart(name):
    ask, wide, narrow = QUESTIONS[name], viewer("se"), viewer("pr-syd")

    def answer(who):
        try:
            return repr(ask(who))
        except LookupError as error:
            return repr(error)

    first = answer(narrow)
    assert answer(wide) != first, name
    assert answer(narrow) == first, name
    cache.forget_answers()
    wide_first = answer(wide)
    assert answer(narrow) == first, name
    assert answer(wide) == wide_first, name


def test_a_function_without_a_viewer_can_not_be_cached():
    def fetch_all(on):
        return on

    def fetch_some(on, *, viewer=OTHER):
        return on

    for function in (fetch_all, fetch_some):
        with pytest.raises(cache.NoViewer, match=function.__name__):
            cache.cached(function)


def test_something_else_than_a_viewer_is_refused(sqlite_engine):
    with pytest.raises(cache.NoViewer, match="not a Viewer"):
        fetch_stages("lpo", DAY, viewer=None)


SCOPES = ["pr-nord", "po-malmo", "lpo-ostra-norrbotten", "lpo-jarva", "25", "2580", "0180"]


@pytest.mark.parametrize(
    ("kind", "code"), [("postgresql", SCOPES[0]), *(("sqlite", code) for code in SCOPES)]
)
def test_every_answer_stays_within_the_scope(engine, code):
    asker = viewer(code)
    everything = fetch_pieces(DAY, viewer=viewer("se"))
    levels = ["kommun", "lpo", "polisomrade", "polisregion", "lan"]
    inside = everything[(everything[levels] == code).any(axis=1)]
    pieces = fetch_pieces(DAY, viewer=asker)
    assert len(inside) and len(pieces) == len(inside)
    areas = set(fetch_areas(DAY, viewer=asker)["code"])
    assert code in areas and "se" not in areas
    assert fetch_visible(DAY, viewer=asker) == areas
    outside = everything.drop(inside.index)
    assert not areas & set(outside[levels].to_numpy().ravel())
    for level in ("lpo", "kommun", "polisregion", "riket"):
        assert set(fetch_stages(level, DAY, viewer=asker)["code"]) <= areas
        assert set(fetch_population(level, DAY, viewer=asker)["code"]) <= areas
        assert set(fetch_young(level, (2025,), viewer=asker)["code"]) <= areas
    for level in ("lpo", "kommun"):
        assert set(fetch_assessments(level, DAY, viewer=asker)["code"]) <= areas
    courses = fetch_courses(viewer=asker)
    assert {course.code for course in courses if course.holds(DAY)} <= areas
    assert {course.code for course in courses} == set(fetch_priorities(DAY, viewer=asker))
    recent = fetch_recent(date(2023, 1, 1), DAY, viewer=asker)
    assert {one for codes in recent["codes"] for one in codes.split()} <= areas
    with pytest.raises(LookupError):
        fetch_history("se", DAY, viewer=asker)


LIMITED = Viewer(Role.LASARE, frozenset({"se"}), only=frozenset({"lagforda@lpo", "rad@kommun"}))


def test_what_is_limited_to_some_entries_gets_nothing_of_others(sqlite_engine):
    """Areas and their young people are for all; a new question is closed until it is let in."""
    add_release()
    add_picture()
    for name in sorted(set(QUESTIONS) - PUBLIC - cache.FOR_LIMITED):
        with pytest.raises(cache.NotForLimited, match=name):
            QUESTIONS[name](LIMITED)
    ask = QUESTIONS["fetch_rates"]
    assert ask(LIMITED).empty and len(ask(viewer("se")))


def test_the_limit_is_of_entry_and_level(sqlite_engine):
    add_release()
    for only, seen in {
        "rad@kommun": (1, 0),
        "rad@*": (1, 1),
        "*@lpo": (0, 1),
        "*@*": (1, 1),
    }.items():
        asker = Viewer(Role.LASARE, frozenset({"se"}), only=frozenset({only}))
        found = [len(fetch_stages(level, DAY, viewer=asker)) for level in ("kommun", "lpo")]
        assert tuple(int(n > 0) for n in found) == seen
    entry = "misstankta-grova-brott"
    asker = Viewer(Role.LASARE, frozenset({"se"}), only=frozenset({f"{entry}@polisregion"}))
    for level, seen in {"polisregion": True, "lpo": False, "riket": False}.items():
        found = fetch_rates("indikator", entry, level, ("quarter",), release=1, viewer=asker)
        assert found.empty is not seen, level


def test_no_page_s_question_is_for_who_is_limited():
    own = [one for one in cache.CACHED if one.__module__.startswith("data_access.")]
    assert {one.__name__ for one in own} >= cache.FOR_LIMITED


@pytest.mark.parametrize(
    "only", ["", "rad", "rad@", "@lpo", "a b@lpo", "Å@lpo", "a@lpo@x", "a--b@x"]
)
def test_a_limit_that_can_not_be_understood_is_refused(only):
    with pytest.raises(BadViewer):
        Viewer(Role.LASARE, frozenset({"se"}), only=frozenset({only}))


def test_no_areas_see_no_rows(sqlite_engine):
    add_release()
    add_picture()
    nobody = viewer()
    other = {"fetch_area", "fetch_events", "fetch_history", "fetch_visible"}  # no frames
    other |= {"fetch_courses", "fetch_priorities", "fetch_picture"}
    for name in set(QUESTIONS) - PUBLIC - other:
        assert QUESTIONS[name](nobody).empty, name
    assert fetch_courses(viewer=nobody) == () and fetch_priorities(DAY, viewer=nobody) == {}
    assert fetch_visible(DAY, viewer=nobody) == frozenset()


def test_the_scope_is_that_of_the_day(sqlite_engine):
    asker = viewer("lpo-norrmalm")
    assert len(fetch_stages("lpo", date(2024, 12, 31), viewer=asker)) == 1
    assert fetch_stages("lpo", date(2025, 1, 1), viewer=asker).empty


def test_an_area_is_seen_when_all_of_it_is():
    pieces = [
        Piece("1", "x", "o", "r", "l", 0.5, "del"),
        Piece("1", "y", "o", "r", "l", 0.5, "del"),
        Piece("2", "y", "o", "r", "l", 1.0, ""),
    ]
    assert to_visible(pieces, viewer("se")) == {"1", "2", "x", "y", "o", "r", "l", "se"}
    one = Viewer(Role.LASARE, frozenset({"0001"}))
    assert to_visible([piece._replace(kommun="0001") for piece in pieces[:2]], one) >= {"x", "y"}
    y = Viewer(Role.LASARE, frozenset({"lpo-y"}))
    moved = [p._replace(lpo="lpo-" + p.lpo) for p in pieces]
    assert to_visible(moved, y) == {"lpo-y", "2"}
