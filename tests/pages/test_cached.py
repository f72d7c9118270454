"""No cached function of any page or query lets an answer cross from one scope to another."""

import importlib
import inspect
import pkgutil
from datetime import date
from pathlib import Path

import data_access
import pages
from data_access import cache
from data_access.goals import COUNCILS
from data_access.viewer import Role, Viewer
from indicators.periods import Quarter
from tests.data_access.pictures import add_picture
from tests.data_access.released import add_release
from tests.data_access.test_scope import PUBLIC
from ui.choice import Choice
from ui.meeting_choice import MeetingChoice
from ui.trend_choice import TrendChoice

DAY = date(2026, 11, 1)
# What each argument is asked with; a new name must be added here before its function passes.
# An area of its own per scope, else the function would be asked for what one of them can't see.
ARGUMENTS = {
    "on": DAY,
    "days": (date(2024, 12, 31), DAY),
    "per": "polisregion",
    "of": "prioriterade",
    "today": DAY,
    "since": date(2024, 1, 1),
    "level": "lpo",
    "levels": ("lpo",),
    "years": (2024, 2026),
    "indicator": "steg",
    "region": None,
    "lan": None,
    "known_on": None,
    "code": "lpo-lulea-boden",
    "area_code": "lpo-lulea-boden",
    "listing": "indikator",
    "entry": "misstankta-grova-brott",
    "counted": "misstankta-grova-brott",
    "measure": "sspf-insats",
    "goal": COUNCILS,
    "smooth": False,
    "trend": TrendChoice("misstankta-grova-brott"),
    "councils": "lokala",
    "period": Quarter(2026, 3),
    "quarter": Quarter(2026, 3),
    "meeting": MeetingChoice(Quarter(2026, 3)),
    "choice": Choice(day=DAY, since=DAY),
    "sex": "totalt",
    "age": "totalt",
    "by": "kvartal",
    "last": "2026K3",
    "periods": ("2026K3",),
    "kind": "deltagande",
    "base": "alla",
    "still": 180,
    "shown": 20,
    "split": ("quarter",),
    "release": 1,
    "number": 1,
    "before": 0,
    "after": 1,
}
SAME_FOR_ALL = {"fetch_labels", "fetch_rule_cuts"}  # words of the register
WIDE = Viewer(Role.LASARE, frozenset({"se"}))
NARROW = Viewer(Role.LASARE, frozenset({"pr-syd"}))
ADMIN = Viewer(Role.ADMIN, frozenset())


def every_cached():
    """All of them, found by importing every module that could hold one."""
    modules = [f"data_access.{found.name}" for found in pkgutil.iter_modules(data_access.__path__)]
    modules += [f"pages.{file.stem}" for file in Path(pages.__path__[0]).glob("*reads.py")]
    for module in modules:
        if not module.endswith("__main__"):
            importlib.import_module(module)
    ours = (one for one in cache.CACHED if one.__module__ in modules)
    return {f"{one.__module__}.{one.__name__}": one for one in ours}


def test_only_those_modules_of_pages_hold_cached_functions():
    for file in Path(pages.__path__[0]).glob("*.py"):
        assert ("@cached" in file.read_text("utf-8")) <= file.stem.endswith("reads"), file.name


CACHED = every_cached()


def ask(function, viewer):
    names = [name for name in inspect.signature(function).parameters if name != "viewer"]
    asked = {name: ARGUMENTS[name] for name in names}
    try:
        return repr(function(**asked, viewer=viewer))
    except LookupError as error:
        return repr(error)


def test_the_pages_own_are_among_them():
    assert {"pages.reads.fetch_status", "pages.map_reads.fetch_packet"} <= set(CACHED)
    assert len(CACHED) > 20


def test_the_viewer_is_part_of_every_key():
    for name, function in CACHED.items():
        parameter = inspect.signature(function).parameters["viewer"]
        assert parameter.kind is parameter.KEYWORD_ONLY, name
        assert parameter.default is parameter.empty, name


def add_both():
    """The example data with a release of one count, and a lägesbild."""
    add_release(area="lpo-lulea-boden")
    add_picture(area="lpo-lulea-boden")


def ask_alone(viewer):
    """Name → what she is answered when nobody else has asked for anything."""
    cache.forget_answers()
    return {name: ask(function, viewer) for name, function in CACHED.items()}


def test_what_one_viewer_was_answered_is_not_given_to_another(filled):
    filled(add_both)
    alone = {viewer: ask_alone(viewer) for viewer in (NARROW, WIDE, ADMIN)}
    cache.forget_answers()
    for name, function in CACHED.items():
        for viewer in (WIDE, NARROW, ADMIN, NARROW, WIDE):
            assert ask(function, viewer) == alone[viewer][name], (name, viewer)
        if name.rpartition(".")[2] not in PUBLIC | SAME_FOR_ALL:
            told = alone[NARROW][name], alone[WIDE][name]
            assert told[0] != told[1], f"{name}: else this test could not fail"
