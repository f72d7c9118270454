"""What has had its time goes, what has not stays, and the audit is told."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select, update

import settings
from data_access import audit
from data_access.__main__ import main
from data_access.audit import Action
from data_access.connect import reading, writing
from data_access.drafts import DraftChanged, read_draft, save_draft
from data_access.engine import DatabaseUnavailable
from data_access.raw.schema import DRAFT
from data_access.raw.store import writing_raw
from data_access.schema import AUDIT, PERSON, USER_SESSION
from data_access.tidy import Tidied, tidy
from tests.data_access import reports
from tests.data_access.reports import COLLEAGUE, FULL, MEASURES, REPORTER, sent

CONTENT = {"rader": [{"k_12_14": 3}]}


def save(viewer=REPORTER):
    return save_draft(MEASURES, CONTENT, version=0, viewer=viewer).version


def age(days):
    """Let every draft be as old as that."""
    at = datetime.now(UTC) - timedelta(days=days)
    with writing_raw() as connection:
        connection.execute(update(DRAFT).values(saved_at=at))


def purges(engine):
    asked = select(AUDIT.c.what, AUDIT.c.subject, AUDIT.c.after)
    with reading(engine) as connection:
        rows = connection.execute(asked.where(AUDIT.c.action == Action.PURGE)).all()
    return [(row.what, row.subject, row.after) for row in rows]


@pytest.mark.parametrize(("days", "left"), [(0, True), (399, True), (401, False)])
def test_a_draft_goes_when_nobody_has_touched_it_for_its_days(engine, days, left):
    save()
    age(days)
    assert tidy() == Tidied(0 if left else 1, 0)
    assert (read_draft(MEASURES, viewer=REPORTER) is not None) is left
    assert len(purges(engine)) == (0 if left else 1)


def test_what_goes_is_told_in_the_audit_without_its_content(engine):
    save()
    age(500)
    assert tidy().drafts == 1
    ((what, subject, after),) = purges(engine)
    assert (what, subject) == ("utkast", audit.SYSTEM.subject)
    assert '"drafts":1' in after and "k_12_14" not in after
    assert tidy() == Tidied(0, 0)
    assert len(purges(engine)) == 1
    with reading(engine) as connection:
        assert audit.verify(connection).ok


def test_a_colleagues_draft_that_was_left_behind_when_the_report_was_sent_goes(engine):
    save(COLLEAGUE)
    sent({MEASURES: (FULL,)})
    assert read_draft(MEASURES, viewer=REPORTER) is not None  # hers, whatever has been sent since
    age(500)
    before = reports.counts()
    assert tidy().drafts == 1
    assert read_draft(MEASURES, viewer=REPORTER) is None
    after = reports.counts()
    assert {name for name in before if before[name] != after[name]} == {"deed"}
    assert reports.newest().rows == (FULL,)


def test_a_form_that_is_still_open_finds_out(engine):
    version = save()
    age(500)
    tidy()
    with pytest.raises(DraftChanged):
        save_draft(MEASURES, CONTENT, version=version, viewer=REPORTER)


def test_the_days_are_a_setting(engine, monkeypatch):
    monkeypatch.setenv("BOB_DRAFT_DAYS", "90")
    settings.load.cache_clear()
    save()
    age(100)
    assert tidy().drafts == 1
    monkeypatch.setenv("BOB_DRAFT_DAYS", "89")
    settings.load.cache_clear()
    with pytest.raises(ValueError, match="draft_days"):
        tidy()
    monkeypatch.undo()
    settings.load.cache_clear()


def test_sessions_that_nothing_can_open_go(engine):
    now = datetime.now(UTC)
    seen = {"old": now - timedelta(days=3), "new": now - timedelta(days=1)}
    with writing() as connection:
        connection.execute(insert(PERSON).values(id="p", issuer="i", subject="s"))
        for name, at in seen.items():
            row = {"id": name, "person": "p", "started_at": at, "seen_at": at}
            connection.execute(insert(USER_SESSION).values(row))
    assert tidy() == Tidied(0, 1)
    with reading(engine) as connection:
        assert connection.scalars(select(USER_SESSION.c.id)).all() == ["new"]


def test_the_command_says_what_went(engine, capsys):
    save()
    age(500)
    assert main(["tidy"]) == 0
    assert capsys.readouterr().out == "Utkast som tömdes: 1. Sessioner som togs bort: 0.\n"


def test_a_database_that_is_away_is_said_to_be(use_database, capsys):
    use_database("postgresql://u@127.0.0.1:1/bob")
    with pytest.raises(DatabaseUnavailable):
        tidy()
    assert main(["tidy"]) == 1
    assert "check BOB_DATABASE_URL" in capsys.readouterr().err
