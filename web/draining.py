"""Between the signal to stop and the stop: a while in which proxies learn to go elsewhere."""

import asyncio
import signal
import threading
from functools import partial
from types import FrameType

from web.readiness import Readiness


def drain_on_signal(ready: Readiness, seconds: float) -> None:
    """From the first SIGTERM on `ready` says that nobody should come, and the server itself gets
    the signal so many seconds later; a second SIGTERM reaches it at once. To be called where the
    server's loop runs."""
    previous = signal.getsignal(signal.SIGTERM)
    in_main = threading.current_thread() is threading.main_thread()  # signals are handled there
    if not (in_main and callable(previous)):
        return
    loop = asyncio.get_running_loop()

    def handle(number: int, frame: FrameType | None) -> None:
        signal.signal(signal.SIGTERM, previous)
        ready.stop()
        later = partial(loop.call_later, seconds, previous, number, frame)
        loop.call_soon_threadsafe(later)

    signal.signal(signal.SIGTERM, handle)
