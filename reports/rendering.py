"""A document's files, each written by a process of its own that can be stopped."""

import json
import pickle  # nosec B403
import subprocess  # nosec B404
import sys
from collections.abc import Callable
from threading import Event, Thread
from typing import IO

import settings
from reports.document.blocks import Document
from reports.document.drawing import to_drawn, to_specs
from reports.document.pdf_file import to_told
from words import language

KINDS = ("docx", "pdf", "xlsx")
_POLL = 0.05  # seconds between looks at whether it is to stop


class Stopped(Exception):
    """It was cancelled."""


class NotWritten(RuntimeError):
    """The file could not be written; what the process said is for the log alone."""

    def __init__(self, module: str, said: str):
        super().__init__(f"{module} wrote nothing: {said[-2000:]}")
        self.module = module


def draw(document: Document, stop: Event) -> Document:
    """The document with its charts drawn. Raises as `render`."""
    specs = to_specs(document)
    if not specs:
        return document
    found = _run("drawing", json.dumps(specs).encode(), stop)
    return to_drawn(document, json.loads(found))


def render(document: Document, kind: str, stop: Event) -> bytes:
    """The file of that kind. Raises Stopped when `stop` is set before it is done, NotWritten."""
    if kind == "pdf":
        asked = {"told": to_told(document), "day": document.stamp.isoformat()}
        return _run("setting", json.dumps(asked).encode(), stop)
    return _run("child", pickle.dumps((language(), kind, document)), stop)


def _run(module: str, asked: bytes, stop: Event) -> bytes:
    """What a module of `reports.document` writes of what it reads."""
    child = subprocess.Popen(  # noqa: S603  # nosec B603
        [sys.executable, "-m", f"reports.document.{module}"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=settings.ROOT,
        env=settings.to_child_environment(),
    )
    with child:
        found, said = _talk(child, asked, stop)
    if stop.is_set():
        raise Stopped
    if child.returncode or not found:
        raise NotWritten(module, said.decode(errors="replace"))
    return found


def _talk(child: "subprocess.Popen[bytes]", asked: bytes, stop: Event) -> tuple[bytes, bytes]:
    """What it writes and what it says, read while it is written to; it is ended when told to."""
    held: dict[str, bytes] = {}
    threads = [
        _begin(lambda: held.update(out=_read(child.stdout))),
        _begin(lambda: held.update(said=_read(child.stderr))),
        _begin(lambda: _write(child.stdin, asked)),
    ]
    while child.poll() is None:
        if stop.wait(_POLL):
            child.kill()
            break
    for one in threads:
        one.join()
    return held.get("out", b""), held.get("said", b"")


def _begin(work: Callable[[], object]) -> Thread:
    thread = Thread(target=work, daemon=True)
    thread.start()
    return thread


def _read(stream: IO[bytes] | None) -> bytes:
    return stream.read() if stream else b""


def _write(stream: IO[bytes] | None, told: bytes) -> None:
    try:
        if stream:
            stream.write(told)
            stream.close()
    except BrokenPipeError:
        return  # it has ended: what it said is told by the others
