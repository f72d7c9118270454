"""A network between app and database that can be slow, cut or silent."""

import socket
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from queue import Queue

from tests.served import free_port

CHUNK = 65536


@dataclass
class Relay:
    """Passes on to a port what comes to its own. `delay`: seconds each way; `is_cut`: connections
    are refused and those that were open end; `is_silent`: nothing arrives, as with a lost cable."""

    to: int
    port: int = field(default_factory=free_port)
    delay: float = 0.0
    is_silent: bool = False
    _open: list[socket.socket] = field(default_factory=list)
    _listener: socket.socket | None = None

    def start(self) -> "Relay":
        """Begin to listen."""
        self._listener = socket.create_server(("127.0.0.1", self.port), backlog=128)
        threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()
        return self

    def cut(self) -> None:
        """Refuse everybody, and end what is open."""
        if self._listener is not None:
            self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()
            self._listener = None
        for one in self._open:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        self._open.clear()

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            try:
                server = socket.create_connection(("127.0.0.1", self.to), timeout=5)
            except OSError:
                client.close()
                continue
            server.settimeout(None)
            self._open += [client, server]
            for source, target in ((client, server), (server, client)):
                self._pass_on(source, target)

    def _pass_on(self, source: socket.socket, target: socket.socket) -> None:
        waiting: Queue[tuple[float, bytes]] = Queue()

        def read() -> None:
            data = b"-"
            while data:
                try:
                    data = source.recv(CHUNK)
                except OSError:
                    data = b""
                waiting.put((time.monotonic() + self.delay, data))

        def write() -> None:
            while True:
                at, data = waiting.get()
                time.sleep(max(0.0, at - time.monotonic()))
                while self.is_silent:
                    time.sleep(0.05)
                with suppress(OSError):
                    if not data:
                        target.shutdown(socket.SHUT_WR)
                        return
                    target.sendall(data)

        for work in (read, write):
            threading.Thread(target=work, daemon=True).start()
