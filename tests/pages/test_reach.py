"""What is reported is out of readers' reach: no page opens its store for them, and none could."""

import ast
import functools
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

import settings
from data_access import cache, connect, prepare
from data_access.approval import approve
from data_access.raw.schema import DRAFT, REPORTED_VALUE, SUBMISSION
from data_access.raw.store import raw_engine, to_raw_address
from data_access.releasing import make_release
from data_access.viewer import DEMONSTRATIONS, Right, Role
from pages import menu
from tests.data_access.reader_roles import add_role, as_role
from tests.data_access.reports import FULL, MEASURES, NATIONAL, newest, sent
from tests.pages.conftest import show
from tests.pages.test_cached import every_cached
from tests.pages.walk import walk
from tests.statements import listening
from tests.web.data_folder import template_folder

ROOT = Path(settings.__file__).parent
REPORTS = {role for role, viewer in DEMONSTRATIONS.items() if viewer.may(Right.REPORT)}
# Make the store ready at start, and ask whether it is of example data (for those who report)
TAKE_A_WORD = {"data_access.prepare", "data_access.kind", "data_access.reader_role"}
COUNTED = {"indikator": "misstankta-grova-brott"}
NOWHERE, AREA = {}, {"omrade": "lpo-lulea-boden"}
REGION = {"omrade": "se", "region": "pr-nord"} | COUNTED
WITHOUT_STORE = ((Role.LASARE, NOWHERE), (Role.LASARE, AREA), (Role.ADMIN, NOWHERE))
WITH_STORE = (
    (Role.LASARE, REGION),
    (Role.REGIONAL, AREA),
    (Role.NATIONELL, NOWHERE),
    (Role.ADMIN, NOWHERE),
)


def to_text(engine):
    return engine.url.render_as_string(hide_password=False)


@pytest.fixture
def opened():
    """The addresses of the databases that are asked, from now on."""
    found = set()

    def note(connection):
        found.add(to_text(connection.engine))

    event.listen(Engine, "engine_connect", note)
    yield found
    event.remove(Engine, "engine_connect", note)


def publish():
    """A report of small counts, approved and released."""
    sent({MEASURES: (FULL,)})
    approve([newest().id], viewer=NATIONAL)
    make_release(viewer=NATIONAL)
    cache.forget_answers()


def open_all(role, parameters, opened):
    """What the pages open of the role's, each drawn whole, but for the one that tells how the
    stores are."""
    found, seen = set(), set()
    opened.clear()
    for page, app in walk(role, **parameters):
        assert not app.exception, (page, role, parameters)
        assert not app.error, (page, role, parameters)
        assert [title.value for title in app.title] == [menu.find(page).title]
        found |= opened if page != menu.OPERATIONS else set()
        seen.add(page)
        opened.clear()
    assert seen == {entry.name for entry in menu.entries()}
    return found


def test_who_looks_after_it_is_told_how_the_store_is_and_nothing_of_what_it_holds(
    example_data_of_own,
):
    prepare.ensure_prepared()
    publish()
    with listening(raw_engine()) as statements:
        assert not show(menu.OPERATIONS, roll=str(Role.ADMIN)).exception
    told = " ".join(statements).lower()
    assert "deed" in told and "sending" in told
    tables = {table.name for table in (REPORTED_VALUE, SUBMISSION, DRAFT)}
    assert not any(name in told for name in tables)


def test_every_page_is_whole_without_the_store(example_data_of_own, opened):
    assert {role for role, _address in WITHOUT_STORE} == set(Role) - REPORTS
    prepare.ensure_prepared()
    publish()
    connect.dispose(to_raw_address())
    for file in example_data_of_own.glob("bob-inlamnat.db*"):
        file.unlink()
    for role, parameters in WITHOUT_STORE:
        assert open_all(role, parameters, opened) == {connect.current_address()}, role


@pytest.fixture
def as_reader(postgresql, make_database, use_database, monkeypatch):
    """A PostgreSQL database with a role for readers; the role's address."""
    main = make_database("postgresql")
    use_database(main)
    address = as_role(main, add_role(postgresql))
    monkeypatch.setenv("BOB_DATA_DIR", str(template_folder()))
    monkeypatch.setenv("BOB_READER_DATABASE_URL", address)
    settings.load.cache_clear()
    prepare.ensure_prepared()
    yield address
    connect.dispose(address)


def test_every_page_is_whole_with_a_role_for_readers_and_who_reports_alone_opens_the_store(
    as_reader, opened
):
    publish()
    for role, parameters in WITH_STORE:
        found = open_all(role, parameters, opened)
        assert to_text(connect.engine_at(as_reader)) in found, role
        assert (to_text(raw_engine()) in found) is (role in REPORTS), role


def to_modules():
    """Name → file of every module of ours."""
    folders = ("pages", "ui", "web", "indicators", "geodata", "reporting", "data_access")
    files = [file for name in folders for file in (ROOT / name).rglob("*.py")]
    files += [ROOT / "settings.py", ROOT / "words.py"]
    names = (".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files)
    return {name.removesuffix(".__init__"): file for name, file in zip(names, files, strict=True)}


MODULES = to_modules()


@functools.cache
def to_imports(name):
    """The modules of ours that a module names, also within its functions."""
    found = set()
    for node in ast.walk(ast.parse(MODULES[name].read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, name
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found & set(MODULES)


def to_way(start, barred):
    """The chain of imports from a module to the store of what is reported, if there is one."""
    ways, seen = [[start]], {start}
    while ways:
        way = ways.pop()
        if way[-1].startswith("data_access.raw"):
            return way
        new = to_imports(way[-1]) - seen - barred
        seen |= new
        ways += [[*way, name] for name in sorted(new)]
    return None


def to_fetching():
    """The modules with cached questions: what readers' pages are made of."""
    return sorted({one.__module__ for one in every_cached().values()})


@pytest.mark.parametrize("module", to_fetching())
def test_no_cached_question_has_a_way_to_the_store(module):
    if module != "data_access.kind":  # what it asks of it, and for whom, is tried above
        assert to_way(module, TAKE_A_WORD) is None


@pytest.mark.parametrize(
    "page", [one.name for one in menu.entries() if one.is_for(DEMONSTRATIONS[Role.LASARE])]
)
def test_no_page_of_readers_has_a_way_to_the_store(page):
    assert to_way(f"pages.{page}", TAKE_A_WORD) is None


def test_a_reporters_page_has_a_way():
    """Else the tests above could not fail."""
    way = to_way("pages.rapportera", TAKE_A_WORD)
    assert way[-1].startswith("data_access.raw")
    assert to_way("data_access.releases", set()) is None
