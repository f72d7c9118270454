"""Reports in the background: made, followed, cancelled, each for who asked alone."""

import threading
import time
from contextvars import ContextVar
from io import BytesIO

import docx
import pytest

import metrics
import words
from data_access.engine import DatabaseUnavailable
from data_access.viewer import Role, Viewer
from reports import job_making, jobs
from reports.content import making
from reports.job_making import State
from tests.reports.document.samples import EMPTY
from tests.reports.filling import LAST, READER, ask

OTHER = Viewer(Role.LASARE, frozenset({"se"}), subject="annan", example=True)
PLENTY = 120


@pytest.fixture(autouse=True)
def _own(reported):
    jobs.forget()
    yield reported
    jobs.forget()


def wait(job, until=lambda job: job.has_ended):
    end = time.monotonic() + PLENTY
    while not until(job):
        assert time.monotonic() < end, job
        time.sleep(0.02)
    return job


@pytest.fixture
def held(monkeypatch):
    """Every report stops before its first part until it is let go."""
    go, real = threading.Event(), making.to_document

    def to_document(asked, tell):
        tell(0, 5, "Sammanfattning")
        assert go.wait(PLENTY)
        tell(1, 5, "Resultat")
        return real(asked, tell)

    monkeypatch.setattr(job_making, "to_document", to_document)
    yield go
    go.set()


def test_the_same_choice_is_the_same_job_and_several_are_made_at_once(held):
    first, second = jobs.start(ask("se")), jobs.start(ask("pr-nord"))
    assert jobs.start(ask("se")) is first
    for one in (first, second):
        wait(one, lambda job: job.told == "Sammanfattning")
        assert one.state is State.RUNNING and not one.has_ended
    assert jobs.list_jobs(READER) == (second, first)
    assert metrics.REGISTRY.get_sample_value("bob_reports", {"state": "running"}) == 2


def test_when_something_has_been_recorded_the_same_choice_is_made_anew(held, monkeypatch):
    """A lägesbild in it may have been withdrawn."""
    first = jobs.start(ask("se"))
    monkeypatch.setattr(jobs, "current_version", lambda **_asked: ("", "another"))
    assert jobs.start(ask("se")) is not first


def test_one_that_is_cancelled_ends_and_leaves_nothing(held, monkeypatch):
    small = ask("lpo-umea", first=LAST)
    running = wait(jobs.start(small), lambda job: job.told == "Sammanfattning")
    jobs.start(ask("pr-nord"))
    waiting = jobs.start(ask("pr-syd"))
    assert waiting.state is State.WAITING
    for one in (running, waiting):
        jobs.cancel(one.number, READER)
    held.set()
    for one in (running, waiting):
        assert wait(one).state is State.STOPPED and one.files == {}
    monkeypatch.setattr(job_making, "to_document", lambda _asked, _tell: EMPTY)
    again = jobs.start(small)
    assert again is not running and wait(again).state is State.DONE and again.files


def test_one_is_stopped_while_its_file_is_written(monkeypatch):
    told = threading.Event()
    real = job_making.render

    def render(document, kind, stop):
        told.set()
        return real(document, kind, stop)

    monkeypatch.setattr(job_making, "render", render)
    job = jobs.start(ask("lpo-umea", first=LAST))
    assert told.wait(PLENTY)
    jobs.cancel(job.number, READER)
    assert wait(job).state is State.STOPPED and job.files == {}


def test_a_report_is_made_in_the_background_with_its_files_in_the_language_asked_for(monkeypatch):
    """A click knows its language by its page alone, which who works in the background has not."""
    asker = threading.current_thread()
    spoken_by = {asker: "en"}
    monkeypatch.setattr(words, "_language", ContextVar("language", default=None))
    monkeypatch.setattr(
        words, "_asked", [lambda: spoken_by.get(threading.current_thread(), words.SOURCE)]
    )
    english = wait(jobs.start(ask("lpo-umea", first=LAST)))
    assert (english.state, english.reason, english.done) == (State.DONE, "", english.of)
    assert list(english.files) == ["docx", "pdf", "xlsx"]
    starts = [english.files[kind][:5] for kind in ("docx", "pdf", "xlsx")]
    assert (starts[0][:2], starts[1], starts[2][:2]) == (b"PK", b"%PDF-", b"PK")
    assert jobs.list_jobs(READER) == (english,)
    assert "The situation on" in to_text(english)
    spoken_by.clear()
    monkeypatch.setattr(job_making, "KINDS", ("docx",))
    swedish = wait(jobs.start(ask("lpo-umea", first=LAST)))
    assert swedish is not english
    assert "The situation on" not in to_text(swedish) and "Läget" in to_text(swedish)


def to_text(job):
    document = docx.Document(BytesIO(job.files["docx"]))
    return "\n".join(one.text for one in document.paragraphs)


def test_nobody_else_sees_it_or_stops_it(held):
    job = jobs.start(ask("se"))
    wait(job, lambda job: job.told == "Sammanfattning")
    narrower = Viewer(Role.LASARE, frozenset({"pr-nord"}), subject=READER.subject, example=True)
    for stranger in (OTHER, narrower):
        assert jobs.list_jobs(stranger) == ()
        jobs.cancel(job.number, stranger)
        jobs.remove(job.number, stranger)
    assert jobs.list_jobs(READER) == (job,) and not job.stop.is_set()
    own = jobs.start(ask("se", OTHER))
    assert own is not job


def test_one_person_has_a_number_in_the_making_and_no_more(held):
    for code in ("se", "pr-nord", "pr-syd", "pr-vast"):
        jobs.start(ask(code))
    with pytest.raises(jobs.TooMany):
        jobs.start(ask("pr-ost"))
    assert jobs.start(ask("pr-ost", OTHER)).number


@pytest.mark.parametrize(
    ("error", "reason"), [(DatabaseUnavailable("away"), "database"), (KeyError("x"), "fel")]
)
def test_what_goes_wrong_is_told_to_who_waits_and_to_the_log(monkeypatch, error, reason):
    def fail(_asked, _tell):
        raise error

    heard = []
    monkeypatch.setattr(job_making, "to_document", fail)
    job = wait(jobs.start(ask("se"), heard.append))
    assert (job.state, job.reason, heard) == (State.FAILED, reason, [error])


def test_what_is_done_is_kept_for_a_while_and_the_oldest_goes_first(monkeypatch):
    monkeypatch.setattr(job_making, "to_document", lambda _asked, _tell: None)
    monkeypatch.setattr(job_making, "draw", lambda document, _stop: document)
    monkeypatch.setattr(job_making, "render", lambda _document, kind, _stop: kind.encode())
    lpos = ["lpo-umea", "lpo-lulea-boden", "lpo-lund", "lpo-jarva", "pr-nord", "pr-syd", "pr-ost"]
    made = [wait(jobs.start(ask(code))) for code in (*lpos, "pr-mitt", "pr-vast")]
    assert len(jobs.list_jobs(READER)) == jobs.MOST_KEPT
    assert made[0] not in jobs.list_jobs(READER)
    jobs.remove(made[-1].number, READER)
    assert made[-1] not in jobs.list_jobs(READER)
    monkeypatch.setattr(jobs, "KEPT", 0.0)
    assert jobs.list_jobs(READER) == ()
