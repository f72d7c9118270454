"""What a page receives: messages of the websocket, decoded, and bodies of our own server."""

import base64
from typing import Any

from playwright.sync_api import Page, Response
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

BINARY = 2  # a websocket message's opcode
# What is the same for every release: the program itself, fonts, outlines from the first start
_STATIC = ("/static/", "/assets/", "/component/", "/vendor/", "/_stcore/")


class Received:
    """Everything that the page is sent, as the browser reports it."""

    def __init__(self, page: Page) -> None:
        self._session = page.context.new_cdp_session(page)
        self._session.on("Network.webSocketFrameReceived", self._note)
        self._session.send("Network.enable")
        page.on("response", self._responses_append)
        self._messages: list[ForwardMsg] = []
        self._responses: list[Response] = []

    def stop(self) -> None:
        """Hear no more."""
        self._session.detach()

    def take(self) -> tuple[list[ForwardMsg], list[bytes]]:
        """Messages and bodies since the last time."""
        messages, responses = self._messages, self._responses
        self._messages, self._responses = [], []
        return messages, [one.body() for one in responses if one.ok]

    def _note(self, event: dict[str, Any]) -> None:
        frame = event["response"]
        if frame["opcode"] == BINARY:
            message = ForwardMsg()
            message.ParseFromString(base64.b64decode(frame["payloadData"]))
            self._messages.append(message)

    def _responses_append(self, response: Response) -> None:
        if not any(part in response.url for part in _STATIC):
            self._responses.append(response)
