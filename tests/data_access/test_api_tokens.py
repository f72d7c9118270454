"""Keys to open data: who makes them, what they see, when they end, and that they stand nowhere."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

import clock
import settings
from data_access import api_admission
from data_access.api_admission import admit_api_token
from data_access.api_tokens import (
    BadToken,
    create_api_token,
    end_api_token,
    list_api_tokens,
)
from data_access.connect import reading, writing
from data_access.engine import DatabaseUnavailable
from data_access.engine import engine as own_engine
from data_access.schema import API_TOKEN, API_TOKEN_END, AUDIT
from data_access.scope import NotAllowed
from data_access.tokens import UnknownToken
from data_access.viewer import DEMONSTRATIONS, Role, Viewer
from tests.data_access.reports import MANAGER, NATIONAL, READER

TODAY = clock.today()
LAST = TODAY + timedelta(days=30)


@pytest.fixture(autouse=True)
def nothing_remembered():
    api_admission.forget_remembered()


def make(label="Regeringskansliet", areas=("pr-nord",), entries=("lagforda@*",), last=LAST):
    return create_api_token(label, areas, entries, last, viewer=MANAGER)


def audited():
    with reading(own_engine()) as connection:
        rows = connection.execute(select(AUDIT).order_by(AUDIT.c.id)).all()
    return [(row.action, row.what) for row in rows]


def test_a_key_sees_its_areas_and_entries_as_a_reader(engine):
    viewer = admit_api_token(make())
    only = frozenset({"lagforda@*"})
    assert viewer == Viewer(Role.LASARE, frozenset({"pr-nord"}), only=only)
    (held,) = list_api_tokens(viewer=MANAGER)
    assert (held.label, held.areas, held.entries) == ("Regeringskansliet", viewer.areas, only)
    assert viewer.subject == f"api-nyckel {held.id}"
    assert held.holds(TODAY) and not held.holds(LAST + timedelta(days=1))


def test_the_key_itself_stands_nowhere(engine):
    key = make()
    admit_api_token(key)
    with reading(own_engine()) as connection:
        for table in (API_TOKEN, AUDIT):
            assert key not in str(connection.execute(select(table)).all())


@pytest.mark.parametrize("viewer", [READER, NATIONAL])
def test_only_an_administrator_makes_ends_or_lists_them(engine, viewer):
    make()
    with pytest.raises(NotAllowed):
        create_api_token("x", ["se"], ["*@*"], LAST, viewer=viewer)
    with pytest.raises(NotAllowed):
        end_api_token(1, viewer=viewer)
    with pytest.raises(NotAllowed):
        list_api_tokens(viewer=viewer)
    assert [row[0] for row in audited()].count("nekad") == 3
    assert len(list_api_tokens(viewer=MANAGER)) == 1


def test_what_is_no_key_is_refused(engine):
    make()
    for key in ("", "x", "bob_", "ö" * 50, "' OR 1=1 --", "\0"):
        with pytest.raises(UnknownToken):
            admit_api_token(key)


def test_an_ended_key_opens_nothing_at_once_here(engine):
    key = make()
    admit_api_token(key)
    (held,) = list_api_tokens(viewer=MANAGER)
    end_api_token(held.id, viewer=MANAGER)
    end_api_token(held.id, viewer=MANAGER)  # again changes nothing
    end_api_token(99, viewer=MANAGER)
    with pytest.raises(UnknownToken):
        admit_api_token(key)
    with reading(own_engine()) as connection:
        assert len(connection.execute(select(API_TOKEN_END)).all()) == 1
    assert list_api_tokens(viewer=MANAGER)[0].ended_at is not None


def test_a_key_that_is_ended_elsewhere_opens_nothing_after_five_seconds(engine, monkeypatch):
    key = make()
    admit_api_token(key)
    row = {"token": 1, "ended_at": datetime.now(UTC), "ended_by": "annan"}
    with writing() as connection:  # as another process does
        connection.execute(API_TOKEN_END.insert().values(row))
    now = api_admission.time.monotonic()
    monkeypatch.setattr(api_admission.time, "monotonic", lambda: now + api_admission.SECONDS)
    with pytest.raises(UnknownToken):
        admit_api_token(key)


def test_a_key_runs_out(engine, monkeypatch):
    key = make(last=TODAY + timedelta(days=1))

    assert admit_api_token(key)
    monkeypatch.setattr(clock, "today", lambda: TODAY + timedelta(days=2))
    api_admission.forget_remembered()
    with pytest.raises(UnknownToken):
        admit_api_token(key)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"label": " "}, "label"),
        ({"label": "x" * 101}, "label"),
        ({"label": "a\nb"}, "label"),
        ({"areas": ()}, "areas"),
        ({"areas": ("lpo-finns-inte",)}, "areas"),
        ({"entries": ()}, "entries"),
        ({"entries": ("finns-inte@*",)}, "entries"),
        ({"entries": ("lagforda",)}, "entries"),
        ({"last": TODAY - timedelta(days=1)}, "valid-to"),
        ({"last": TODAY + timedelta(days=731)}, "valid-to"),
    ],
)
def test_a_key_that_can_not_be_is_refused(sqlite_engine, given, reason):
    with pytest.raises(BadToken, match=reason):
        make(**given)
    assert list_api_tokens(viewer=MANAGER) == ()


def test_making_first_use_of_a_day_and_ending_are_audited(engine):
    key = make()
    for _time in range(3):
        admit_api_token(key)
    assert list_api_tokens(viewer=MANAGER)[0].used_at is not None
    end_api_token(1, viewer=MANAGER)
    assert audited() == [
        ("behorighet", "api-nyckel 1"),
        ("inloggning", "api-nyckel 1"),
        ("behorighet", "api-nyckel 1 avslutad"),
    ]


def test_an_end_can_not_be_taken_back(engine):
    make()
    end_api_token(1, viewer=MANAGER)
    for sql in ("UPDATE api_token_end SET ended_by = 'x'", "DELETE FROM api_token_end"):
        with pytest.raises(DBAPIError, match="append-only"), writing(engine) as connection:
            connection.execute(text(sql))


def test_one_made_in_a_demonstration_opens_nothing_with_sign_in(engine, monkeypatch):
    player = DEMONSTRATIONS[Role.ADMIN]
    key = create_api_token("Prov", ["se"], ["*@*"], LAST, viewer=player)
    assert admit_api_token(key)
    monkeypatch.setenv("BOB_OIDC_METADATA_URL", "https://login.example/x")
    settings.load.cache_clear()
    api_admission.forget_remembered()
    with pytest.raises(UnknownToken):
        admit_api_token(key)


def test_a_use_that_could_not_be_noted_is_noted_at_the_next(engine, monkeypatch):
    key = make()

    def away(*_given, **_named):
        raise DatabaseUnavailable("away")

    with monkeypatch.context() as patch:
        patch.setattr(api_admission.audit, "note", away)
        with pytest.raises(DatabaseUnavailable):
            admit_api_token(key)
    admit_api_token(key)
    assert ("inloggning", "api-nyckel 1") in audited()
