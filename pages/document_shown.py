"""A report in the making, or done, as it is listed."""

from data_access.viewer import Viewer
from pages import export
from reports.content.asked import Asked
from reports.job_making import Job, State
from ui import document_words
from ui.document_list import Shown
from ui.headings import as_text


def to_shown(job: Job, viewer: Viewer) -> Shown:
    """A report as it is listed."""
    asked = job.asked
    files = {
        kind: export.to_maker(lambda made=made: made, viewer, f"rapport {kind}", _to_told(asked))
        for kind, made in job.files.items()
        if job.state is State.DONE
    }
    lines = f"{asked.period} · {asked.source}"
    share = None if job.has_ended else job.done / job.of
    name = f"redovisning-{asked.area.code}-{asked.first}-{asked.last}-utgava-{asked.release.number}"
    return Shown(job.number, as_text(asked.title), lines, name, to_said(job), share, files)


def _to_told(asked: Asked) -> dict[str, object]:
    """What the audit is told of a file that is taken away."""
    return {
        "area": asked.area.code,
        "period": asked.period,
        "release": asked.release.number,
    }


def to_said(job: Job) -> str:
    """How far it has come, in words."""
    if job.state is State.WAITING:
        return document_words.waiting()
    if job.state is State.RUNNING:
        return document_words.in_the_making(job.told, job.done, job.of)
    if job.state is State.DONE:
        return document_words.finished(job.seconds, [len(one) for one in job.files.values()])
    return (
        document_words.stopped()
        if job.state is State.STOPPED
        else document_words.failed(job.reason)
    )
