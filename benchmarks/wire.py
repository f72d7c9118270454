"""What a page moves over the network: bytes of files and of websocket messages."""

import base64
import re
import zlib
from typing import Any

from playwright.sync_api import Page

TEXT = 1  # a websocket message's opcode
LARGEST_WINDOW = 15


class Wire:
    """Counts everything the page sends and receives, as the browser reports it."""

    def __init__(self, page: Page) -> None:
        self._session = page.context.new_cdp_session(page)
        self._session.on("Network.loadingFinished", self._loaded)
        for way in ("Received", "Sent"):
            self._session.on(f"Network.webSocketFrame{way}", lambda e, w=way: self._message(e, w))
        self._session.on("Network.webSocketHandshakeResponseReceived", self._connected)
        self._session.send("Network.enable")
        self._deflaters: dict[str, Any] = {}
        self.forget()

    def forget(self) -> None:
        """Count from zero again."""
        self.file_bytes = self.files = self.message_bytes = self.messages = 0

    @property
    def kilobytes(self) -> float:
        """Files with their headers, as encoded, and messages both ways."""
        return (self.file_bytes + self.message_bytes) / 1000

    def _loaded(self, event: dict[str, Any]) -> None:
        # A websocket's handshake and what the cache answers move nothing that counts.
        if event["encodedDataLength"] > 0:
            self.files += 1
            self.file_bytes += int(event["encodedDataLength"])

    def _connected(self, event: dict[str, Any]) -> None:
        # The browser reports messages as they were before compression, so it is done again here.
        headers = {name.lower(): value for name, value in event["response"]["headers"].items()}
        agreed = headers.get("sec-websocket-extensions", "")
        if "permessage-deflate" not in agreed:
            return
        for way, side in (("Received", "server"), ("Sent", "client")):
            window = re.search(rf"{side}_max_window_bits=(\d+)", agreed)
            bits = int(window[1]) if window else LARGEST_WINDOW
            self._deflaters[way] = zlib.compressobj(wbits=-bits)

    def _message(self, event: dict[str, Any], way: str) -> None:
        frame = event["response"]
        payload = frame["payloadData"]
        content = payload.encode() if frame["opcode"] == TEXT else base64.b64decode(payload)
        if way in self._deflaters:
            deflater = self._deflaters[way]
            content = deflater.compress(content) + deflater.flush(zlib.Z_SYNC_FLUSH)
            content = content[:-4]  # the protocol leaves out the flush's last four bytes
        self.messages += 1
        self.message_bytes += len(content)
