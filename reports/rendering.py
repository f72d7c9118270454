"""A document's files, each written by a process of its own that can be stopped."""

import pickle  # nosec B403
import subprocess  # nosec B404
import sys
from collections.abc import Callable
from threading import Event, Thread
from typing import IO

import settings
from reports.document.blocks import Document
from words import language

KINDS = ("docx", "pdf", "xlsx")
_POLL = 0.05  # seconds between looks at whether it is to stop


class Stopped(Exception):
    """It was cancelled."""


class NotWritten(RuntimeError):
    """The file could not be written; what the process said is for the log alone."""

    def __init__(self, kind: str, said: str):
        super().__init__(f"no {kind} file was written: {said[-2000:]}")
        self.kind = kind


def render(document: Document, kind: str, stop: Event) -> bytes:
    """The file of that kind. Raises Stopped when `stop` is set before it is done, NotWritten."""
    asked = pickle.dumps((language(), kind, document))
    child = subprocess.Popen(  # nosec B603
        [sys.executable, "-m", "reports.document.child"],
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
        raise NotWritten(kind, said.decode(errors="replace"))
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
