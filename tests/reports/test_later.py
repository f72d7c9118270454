"""What happens after a release, or while one is made, changes no report of it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import insert, select

from data_access.cache import forget_answers
from data_access.connect import reading, writing
from data_access.lease import holding
from data_access.releasing import JOB
from data_access.schema import COUNCIL, COUNCIL_EVENT
from reports import job_making, jobs
from reports.content.making import to_document
from reports.job_making import State
from tests.reports.filling import LAST, ask, fill
from tests.reports.test_jobs import wait
from tests.web.data_folder import copy_to, named


@pytest.fixture(scope="module", autouse=True)
def _database(tmp_path_factory):
    """Of the file's own; what one test records changes nothing that the other looks for."""
    folder = copy_to(tmp_path_factory.mktemp("later"), fill)
    with pytest.MonkeyPatch.context() as patch, named(folder, patch):
        yield folder


@pytest.fixture(autouse=True)
def _no_jobs():
    jobs.forget()
    yield
    jobs.forget()


def plain(document):
    return [
        one._replace(frame=one.frame.to_dict()) if hasattr(one, "frame") else one
        for one in document.blocks
    ]


def record_later(days):
    """Every local council of Nord ceases to meet in the period, which is learnt some days on."""
    at = {"recorded_at": datetime.now(UTC) + timedelta(days=days), "recorded_by": "prov"}
    event = {"stage": "vilande", "effective_on": date(2026, 8, 1), "source": "prov"}
    with writing() as connection:
        councils = connection.scalars(select(COUNCIL.c.id)).all()
        rows = [event | at | {"council_id": one, "is_example": True} for one in councils]
        connection.execute(insert(COUNCIL_EVENT), rows)
    forget_answers()


def test_a_report_asked_for_while_a_release_is_made_is_of_the_one_that_is_there(monkeypatch):
    monkeypatch.setattr(job_making, "KINDS", ("xlsx",))
    with holding(JOB):
        job = wait(jobs.start(ask("lpo-umea", first=LAST)))
    assert job.state is State.DONE and job.asked.release.number == 1


def test_what_is_learnt_after_the_release_is_not_in_a_report_of_it():
    asked = ask("lpo-umea", first=LAST)
    before = plain(to_document(asked))
    record_later(days=2)
    with reading() as connection:
        assert connection.scalar(select(COUNCIL_EVENT.c.id).where(COUNCIL_EVENT.c.note.is_(None)))
    assert plain(to_document(asked)) == before
    record_later(days=0)  # and what was known on its day is
    assert plain(to_document(asked)) != before
