"""Files are written by processes of their own, which know no setting and end when told to."""

import os
from datetime import date
from threading import Event

import pytest

import settings
from reports import rendering
from reports.document.blocks import Document, Heading, Paragraph, Ref
from reports.document.checks import UnknownRef
from reports.document.docx_file import to_docx
from reports.document.xlsx_file import to_xlsx
from reports.rendering import NotWritten, Stopped, render
from tests.reports.document.samples import to_pdf

BLOCKS = (Heading("Ett"), Paragraph(("Två med å, ä och ö.",)))
DOCUMENT = Document("Rapport", ("Urval",), BLOCKS, date(2026, 11, 26))


@pytest.mark.parametrize(("kind", "write"), [("docx", to_docx), ("pdf", to_pdf), ("xlsx", to_xlsx)])
def test_the_file_is_the_same_as_when_it_is_written_here(kind, write):
    assert render(DOCUMENT, kind, Event()) == write(DOCUMENT)


def test_a_document_that_can_not_be_written_is_told_by_what_the_process_said():
    broken = DOCUMENT._replace(blocks=(Paragraph((Ref("finns-inte"),)),))
    with pytest.raises(NotWritten, match="UnknownRef") as refused:
        render(broken, "docx", Event())
    assert refused.value.module == "child"
    with pytest.raises(UnknownRef):  # what the file tells is made here, and set there
        render(broken, "pdf", Event())


def test_it_is_ended_when_told_to():
    stop = Event()
    stop.set()
    with pytest.raises(Stopped):
        render(DOCUMENT, "docx", stop)


def test_the_process_is_told_no_secret(monkeypatch):
    monkeypatch.setenv("BOB_COOKIE_SECRET", "x" * 40)
    assert "PATH" in settings.to_child_environment()
    assert not [one for one in settings.to_child_environment() if one.startswith("BOB_")]
    seen = {}
    real = rendering.subprocess.Popen

    def popen(arguments, **more):
        seen.update(more["env"])
        return real(arguments, **more)

    monkeypatch.setattr(rendering.subprocess, "Popen", popen)
    render(DOCUMENT, "docx", Event())
    assert set(seen) <= {"PATH", "LANG", "LC_ALL", "TMPDIR"} and seen["PATH"] == os.environ["PATH"]
