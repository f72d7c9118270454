"""What a page receives: messages of the websocket, decoded, and bodies of our own server; and what
it would show, without a browser."""

import base64
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl

from google.protobuf.message import Message
from playwright.sync_api import Page, Response
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.load import DRAWN
from benchmarks.session import Session
from tests.served import Served

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


class Visit(Session):
    """A visitor without a browser, who reads labels of blocks too."""

    def blocks(self) -> Iterator[Message]:
        yield from (one.delta.add_block for one in self._placed.values())


async def look(server: Served, address: str) -> list[Message]:
    """All that a page shows, without a browser."""
    name, _mark, query = address.partition("?")
    visit = Visit(server.address, name, dict(parse_qsl(query)))
    await visit.open()
    if name == "karta":
        await visit.tell("karta", DRAWN)  # the rest waits for the map
    shown = [*(element for _place, element in visit.elements()), *visit.blocks()]
    await visit.close()
    return shown
