"""Real reports are never served without sign-in, and never beside example data."""

from datetime import date, datetime

import pytest
from sqlalchemy import insert

import settings
from data_access import cache, sessions
from data_access.connect import writing
from data_access.council_events import add_assessment, add_event
from data_access.kind import WrongKind, fetch_kind
from data_access.people import (
    access_history,
    ensure_person,
    list_people,
    read_access,
    set_access,
)
from data_access.prepare import prepare
from data_access.schema import COUNCIL_EVENT, METADATA
from data_access.viewer import DEMONSTRATIONS, Role
from tests.data_access.test_prepare import counts
from tests.viewers import ADMIN, COUNTRY, PLAYER, READER, WRITER

HANINGE, DAY = "lokalt-rad-haninge-nynashamn", date(2026, 10, 1)


@pytest.fixture
def with_sign_in(monkeypatch):
    """Set the variables that turn sign-in on; real reports unless told otherwise."""

    def turn_on(**more):
        monkeypatch.setenv("BOB_OIDC_METADATA_URL", "http://127.0.0.1:1/none")
        for name, value in more.items():
            monkeypatch.setenv(f"BOB_{name}", value)
        settings.load.cache_clear()
        cache.forget_answers()

    yield turn_on
    monkeypatch.undo()
    settings.load.cache_clear()
    cache.forget_answers()


@pytest.mark.parametrize("write", [add_event, add_assessment])
def test_a_database_with_real_reports_is_refused_without_sign_in(engine, write):
    assert fetch_kind(viewer=READER) is True
    if write is add_event:
        add_event(HANINGE, "vilande", DAY, viewer=WRITER, source="test")
    else:
        add_assessment("0114", True, "behov", DAY, viewer=WRITER, source="test")
    with pytest.raises(WrongKind, match="real reports"):
        prepare(engine)
    with pytest.raises(WrongKind, match="real reports"):
        fetch_kind(viewer=READER)


def test_what_is_written_in_the_demonstration_is_example_data(engine):
    add_event(HANINGE, "vilande", DAY, viewer=PLAYER, source="test")
    demonstration = DEMONSTRATIONS[Role.NATIONELL]
    add_event(HANINGE, "etablerat", DAY, viewer=demonstration, source="test")
    prepare(engine)
    assert fetch_kind(viewer=READER) is True


def test_people_who_sign_in_are_not_shown_in_a_demonstration(engine):
    demonstration = DEMONSTRATIONS[Role.ADMIN]
    set_access("https://idp", "ett", Role.LASARE, COUNTRY, (), viewer=demonstration)
    prepare(engine)
    set_access("https://idp", "två", Role.LASARE, COUNTRY, (), viewer=ADMIN)
    with pytest.raises(WrongKind, match="people"):
        prepare(engine)


def test_a_session_alone_is_enough(engine):
    now = datetime.fromisoformat("2026-11-01T12:00:00+00:00")
    claims = {"iss": "https://idp", "sub": "ett", "iat": now.timestamp()}
    sessions.enter(claims, ensure_person("https://idp", "ett"), now)
    with pytest.raises(WrongKind, match="people"):
        prepare(engine)


def test_one_who_was_never_let_in_is_a_person_too(engine):
    ensure_person("https://idp", "ett")
    with pytest.raises(WrongKind, match="people"):
        prepare(engine)


def test_with_sign_in_what_a_demonstration_granted_or_covered_up_is_nothing(engine, with_sign_in):
    playing = DEMONSTRATIONS[Role.ADMIN]
    set_access("https://idp", "ett", Role.ADMIN, (), (), viewer=playing)
    set_access("https://idp", "två", None, (), (), blocked=True, viewer=ADMIN)
    set_access("https://idp", "två", None, (), (), viewer=playing)
    with_sign_in()
    assert read_access(ensure_person("https://idp", "ett")) is None
    assert read_access(ensure_person("https://idp", "två")).blocked


def test_with_sign_in_the_list_shows_the_rows_that_hold(engine, with_sign_in):
    """Else a change made from the list would for ever be told that somebody was before it."""
    set_access("https://idp", "två", None, (), (), blocked=True, viewer=ADMIN)
    set_access("https://idp", "två", None, (), (), viewer=DEMONSTRATIONS[Role.ADMIN])
    with_sign_in()
    row = list_people(viewer=ADMIN).iloc[0]
    assert row["blocked"]
    history = access_history(row["person"], viewer=ADMIN)
    assert history["id"].to_list() == [row["id"]]
    change = {"blocked": False, "expected": int(row["id"]), "viewer": ADMIN}
    assert set_access("https://idp", "två", None, (), (), **change) > row["id"]


def test_with_sign_in_an_empty_database_gets_what_is_public_and_nothing_made_up(
    empty_engine, with_sign_in
):
    with_sign_in()
    prepare(empty_engine)
    with empty_engine.connect() as connection:
        events = connection.execute(COUNCIL_EVENT.select()).all()
    assert events
    assert not any(event.is_example for event in events)
    assert counts(empty_engine)["area_assessment"] == 0


def test_example_data_is_not_served_as_real(engine, with_sign_in):
    with_sign_in()
    with pytest.raises(WrongKind, match="example data"):
        prepare(engine)
    with_sign_in(EXAMPLE_DATA="true")
    prepare(engine)
    assert fetch_kind(viewer=READER) is True


def test_a_database_for_training_takes_no_real_report(engine, with_sign_in):
    with_sign_in(EXAMPLE_DATA="true")
    add_event(HANINGE, "vilande", DAY, viewer=WRITER, source="test")
    with pytest.raises(WrongKind, match="real reports"):
        prepare(engine)


@pytest.mark.parametrize("table", ["council", "council_area", "council_event", "area_assessment"])
def test_one_real_row_in_any_table_is_enough(engine, table):
    with writing(engine) as connection:
        found = METADATA.tables[table]
        row = dict(connection.execute(found.select().limit(1)).one()._mapping)
        row |= {"id": 999_999, "is_example": False, "recorded_by": "någon"}
        if table == "council":
            row["code"] = "ett-till"
        row.pop("supersedes", None)
        connection.execute(insert(found).values(row))
    with pytest.raises(WrongKind):
        prepare(engine)
