"""Keys for programs: what they see, when they end, and that they stand nowhere."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

import clock
import settings
from data_access import people, tokens, visits
from data_access.audit import Action, note
from data_access.connect import reading, writing
from data_access.engine import engine as own_engine
from data_access.schema import ACCESS_TOKEN, ACCESS_TOKEN_END, AUDIT
from data_access.tokens import (
    BadToken,
    UnknownToken,
    admit_token,
    create_token,
    end_token,
    list_tokens,
)
from data_access.viewer import DEMONSTRATION, Role, Viewer
from tests.data_access.reports import MANAGER

NORTH = Viewer(Role.REGIONAL, frozenset({"pr-nord"}), frozenset({"pr-nord"}), subject="nord")
OTHER = Viewer(Role.LASARE, frozenset({"se"}), subject="annan")


def test_a_key_reads_what_its_maker_sees_and_no_more(engine):
    key = create_token("Flöde", viewer=NORTH)
    viewer = admit_token(key)
    assert viewer == Viewer(Role.LASARE, frozenset({"pr-nord"}))
    assert viewer.subject == "nord"
    assert not viewer.reports
    (held,) = list_tokens(viewer=NORTH)
    assert (held.label, held.areas) == ("Flöde", frozenset({"pr-nord"}))
    assert list_tokens(viewer=OTHER) == ()
    assert list_tokens(viewer=MANAGER) == (held,)


def test_the_key_itself_stands_nowhere(engine):
    key = create_token("Flöde", viewer=NORTH)
    with reading(own_engine()) as connection:
        for table in (ACCESS_TOKEN, AUDIT):
            assert key not in str(connection.execute(select(table)).all())


@pytest.mark.parametrize("key", ["", "x", "ö" * 50, "' OR 1=1 --", "\0"])
def test_what_is_no_key_is_refused(engine, key):
    create_token("Flöde", viewer=NORTH)
    with pytest.raises(UnknownToken):
        admit_token(key)


def test_an_ended_key_is_refused_and_only_its_owner_or_an_administrator_ends_it(engine):
    key, second = (create_token(name, viewer=NORTH) for name in "ab")
    newest, first = list_tokens(viewer=NORTH)
    end_token(first.id, viewer=OTHER)
    assert admit_token(key)
    end_token(first.id, viewer=NORTH)
    end_token(first.id, viewer=NORTH)  # again changes nothing
    with pytest.raises(UnknownToken):
        admit_token(key)
    end_token(newest.id, viewer=MANAGER)
    with pytest.raises(UnknownToken):
        admit_token(second)
    with reading(own_engine()) as connection:
        assert len(connection.execute(select(ACCESS_TOKEN_END)).all()) == 2


def test_a_key_runs_out(engine, monkeypatch):
    key = create_token("Flöde", viewer=NORTH)

    made = clock.today()
    monkeypatch.setattr(clock, "today", lambda: made + days)
    days = timedelta(days=365)
    assert admit_token(key)
    days = timedelta(days=366)
    with pytest.raises(UnknownToken):
        admit_token(key)


def test_a_blocked_person_s_keys_open_nothing(engine):
    person = people.ensure_person("https://provider", "nord")
    access = ("https://provider", "nord", Role.LASARE)
    people.set_access(*access, ["se"], [], viewer=MANAGER)
    key = create_token("Flöde", viewer=Viewer(Role.LASARE, frozenset({"se"}), subject=person))
    assert admit_token(key)
    people.set_access(*access, ["pr-nord"], [], viewer=MANAGER)  # less than the key has
    with pytest.raises(UnknownToken):
        admit_token(key)
    people.set_access(*access, ["se", "pr-nord"], [], viewer=MANAGER)
    assert admit_token(key)
    people.set_access(*access, ["se"], [], blocked=True, viewer=MANAGER)
    with pytest.raises(UnknownToken):
        admit_token(key)


def test_a_key_opens_nothing_when_roles_are_ours_and_its_maker_has_none(engine, monkeypatch):
    monkeypatch.setenv("BOB_OIDC_METADATA_URL", "https://idp.test/.well-known/openid-configuration")
    settings.load.cache_clear()
    person = people.ensure_person("https://provider", "anna")
    anna = Viewer(Role.LASARE, frozenset({"se"}), subject=person)
    key = create_token("Flöde", viewer=anna)
    for blocked in (True, False):
        access = ("https://provider", "anna", None, [], [])
        people.set_access(*access, blocked=blocked, viewer=MANAGER)
    assert admit_token(key)
    monkeypatch.setenv("BOB_ACCESS_FROM", "users")
    settings.load.cache_clear()
    with pytest.raises(people.NoAccess, match="no-role"):
        people.to_viewer(people.read_access(person), clock.today(), example=False)
    with pytest.raises(UnknownToken):
        admit_token(key)
    people.set_access("https://provider", "anna", Role.LASARE, ["se"], [], viewer=MANAGER)
    assert admit_token(key)


def test_a_key_that_was_made_in_play_opens_nothing_once_people_sign_in(engine, monkeypatch):
    key = create_token("Flöde", viewer=DEMONSTRATION)
    assert admit_token(key)
    monkeypatch.setenv("BOB_OIDC_METADATA_URL", "https://idp.test/.well-known/openid-configuration")
    settings.load.cache_clear()
    with pytest.raises(UnknownToken):
        admit_token(key)
    assert list_tokens(viewer=MANAGER) == ()


@pytest.mark.parametrize("label", ["", "  ", "x" * 101, "a\nb"])
def test_a_label_is_a_line(engine, label):
    with pytest.raises(BadToken, match="label"):
        create_token(label, viewer=NORTH)


def test_who_sees_no_figures_gets_no_key_and_nobody_many(engine):
    with pytest.raises(BadToken, match="no-figures"):
        create_token("Flöde", viewer=MANAGER)
    for number in range(tokens.MOST):
        create_token(f"nr {number}", viewer=NORTH)
    with pytest.raises(BadToken, match="too-many"):
        create_token("en till", viewer=NORTH)


def test_an_end_can_not_be_taken_back(engine):
    create_token("Flöde", viewer=NORTH)
    end_token(list_tokens(viewer=NORTH)[0].id, viewer=NORTH)
    for sql in ("UPDATE access_token_end SET ended_by = 'x'", "DELETE FROM access_token_end"):
        with pytest.raises(DBAPIError, match="append-only"), writing(engine) as connection:
            connection.execute(text(sql))


def test_the_last_visit_is_the_sign_in_before_this_one(engine):
    assert visits.read_last_visit(viewer=NORTH) is None
    note(NORTH, Action.SIGN_IN, "inloggning")
    assert visits.read_last_visit(viewer=NORTH) is None  # this is the first
    note(OTHER, Action.SIGN_IN, "inloggning")
    note(NORTH, Action.SIGN_IN, "inloggning")
    today = clock.today()
    assert visits.read_last_visit(viewer=NORTH) in (today, today - timedelta(days=1))
    assert isinstance(today, date)
