"""What a page and its server say to each other, so that a test waits for the answer and not for the
clock."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from playwright.sync_api import BrowserContext, Page, WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

SOON = 2  # seconds, in which a page asks that is going to
PLENTY = 30  # seconds, in which a run has ended on a machine that is busy elsewhere


@dataclass
class Wire:
    """Whether the page has asked for a run that has not ended."""

    is_waiting: bool = False
    asked: int = 0  # how often

    def hear(self, socket: WebSocket) -> None:
        """Listen to a connection; a new one begins anew."""
        self.is_waiting = False
        socket.on("framesent", self._note_asked)
        socket.on("framereceived", self._note_answered)

    def _note_asked(self, told: str | bytes) -> None:
        if isinstance(told, bytes) and BackMsg.FromString(told).HasField("rerun_script"):
            self.is_waiting = True
            self.asked += 1

    def _note_answered(self, told: str | bytes) -> None:
        if not isinstance(told, bytes):
            return
        message = ForwardMsg.FromString(told)
        early = ForwardMsg.FINISHED_EARLY_FOR_RERUN
        if message.HasField("script_finished") and message.script_finished != early:
            self.is_waiting = False


_wires: WeakKeyDictionary[Page, Wire] = WeakKeyDictionary()


def listen(context: BrowserContext) -> None:
    """Listen to every page of the context from its first word on."""

    def begin(page: Page) -> None:
        _wires[page] = wire = Wire()
        page.on("websocket", wire.hear)

    context.on("page", begin)


@contextmanager
def asking(page: Page) -> Iterator[None]:
    """What is done within makes the page ask for a run: wait until it has asked, for a busy browser
    does so late. Who asks for none is waited for in vain, two seconds."""
    wire = _wires.get(page)
    before = wire.asked if wire else 0
    yield
    until = time.monotonic() + SOON
    while wire is not None and wire.asked == before and time.monotonic() < until:
        page.wait_for_timeout(20)


def wait_for_answer(page: Page) -> None:
    """Wait until the run that the page has asked for has ended; a page without a wire is left."""
    wire, until = _wires.get(page), time.monotonic() + PLENTY
    while wire is not None and wire.is_waiting and time.monotonic() < until:
        page.wait_for_timeout(20)
