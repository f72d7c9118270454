"""One visitor without a browser: speaks with the server as Streamlit's own page does.

A websocket to `/_stcore/stream`, protobuf both ways; what the page shows is kept as the browser
keeps it, so that each answer can be looked at.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from google.protobuf.message import Message
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

STREAM = "/_stcore/stream"
LARGEST = 2**24  # bytes of a message
_RUNS_KEPT = 2  # that a cacheable message is kept for without being asked for again
_ENDED_EARLY = ForwardMsg.FINISHED_EARLY_FOR_RERUN
Path = tuple[int, ...]


class NoSuchField(LookupError):
    """The page has no field with that key, or the field not that option."""


class ScriptFailed(RuntimeError):
    """A run ended otherwise than well, or showed an exception."""


@dataclass(frozen=True)
class Field:
    """A field of the page: its id at the server, label, options, and the part that it runs."""

    id: str
    label: str
    options: tuple[str, ...]
    fragment: str


@dataclass(frozen=True)
class Answer:
    """Seconds from asking to the first piece of the answer and to its end; bytes moved."""

    first: float
    whole: float
    size: int


@dataclass
class _Placed:
    """What stands at a place of the page, and the run that put it there."""

    delta: Delta
    run: str


@dataclass(eq=False)
class Session:
    """A visitor of the page `name` ('' = the start), with the address's parameters."""

    address: str
    name: str = ""
    query: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.query_string = urlencode(self.query)
        self.id = ""
        self._page_hash = ""
        self._placed: dict[Path, _Placed] = {}
        self._values: dict[str, WidgetState] = {}
        self._kept: dict[str, tuple[ForwardMsg, int]] = {}
        self._runs = 0
        self._socket: ClientConnection | None = None

    async def open(self) -> Answer:
        """Connect and wait for the whole first page, as a browser that comes anew."""
        start = time.perf_counter()
        at = self.address.replace("http://", "ws://", 1) + STREAM
        origin: Any = self.address
        protocols: Any = ["streamlit"]
        self._socket = await connect(
            at, origin=origin, subprotocols=protocols, max_size=LARGEST, open_timeout=60
        )
        return await self._ask(self._to_message(), start)

    async def close(self) -> None:
        """Leave, as who closes the page."""
        if self._socket is not None:
            await self._socket.close()

    async def choose(self, key: str, option: str) -> Answer:
        """Choose an option of the select box with the key; the whole answer. Raises
        NoSuchField, ScriptFailed."""
        chosen = self.field(key)
        if option not in chosen.options:
            raise NoSuchField(f"{self.name}: {key} has no {option!r}")
        self._values[chosen.id] = WidgetState(id=chosen.id, string_value=option)
        return await self._ask(self._to_message(chosen.fragment), time.perf_counter())

    async def tell(self, key: str, value: str) -> Answer:
        """Send a component's value, JSON, as its frame does."""
        for placed in self._placed.values():
            own = placed.delta.new_element.component_instance
            if own.id.endswith(f"-{key}"):
                self._values[own.id] = WidgetState(id=own.id, json_value=value)
                fragment = placed.delta.fragment_id
                return await self._ask(self._to_message(fragment), time.perf_counter())
        raise NoSuchField(f"{self.name}: no component {key}")

    def field(self, key: str) -> Field:
        """The select box with the key. Raises NoSuchField."""
        for placed in self._placed.values():
            box = placed.delta.new_element.selectbox
            if box.id.endswith(f"-{key}"):
                return Field(box.id, box.label, tuple(box.options), placed.delta.fragment_id)
        raise NoSuchField(f"{self.name}: no field {key}")

    def chosen(self, key: str) -> str:
        """What the server says that the select box holds."""
        return self._values[self.field(key).id].string_value

    def elements(self) -> Iterator[tuple[Path, Message]]:
        """All that the page shows, in its order: place and element, without blocks."""
        for path, placed in sorted(self._placed.items()):
            kind = placed.delta.new_element.WhichOneof("type")
            if kind is not None:
                yield path, getattr(placed.delta.new_element, kind)

    def _to_message(self, fragment: str = "") -> BackMsg:
        message = BackMsg()
        asked = message.rerun_script
        asked.query_string, asked.fragment_id = self.query_string, fragment
        asked.widget_states.widgets.extend(self._values.values())
        asked.cached_message_hashes.extend(self._kept)
        if self._page_hash:
            asked.page_script_hash = self._page_hash
        else:
            asked.page_name = self.name
        asked.context_info.timezone, asked.context_info.locale = "Europe/Stockholm", "sv-SE"
        asked.context_info.url = f"{self.address}/{self.name}"
        return message

    async def _ask(self, message: BackMsg, start: float) -> Answer:
        """Send, and take in everything until the run that answers has ended."""
        assert self._socket is not None
        await self._socket.send(message.SerializeToString())
        first, size = 0.0, 0
        run, fragments = "", set[str]()
        while True:
            data = await self._socket.recv(decode=False)
            size += len(data)
            told = self._to_whole(ForwardMsg.FromString(data))
            kind = told.WhichOneof("type")
            if kind == "new_session":
                run, fragments = self._begin(told)
            elif kind == "delta":
                first = first or time.perf_counter() - start
                self._place(told, run)
            elif kind == "navigation":
                self._page_hash = told.navigation.page_script_hash
            elif kind == "page_info_changed":
                self.query_string = told.page_info_changed.query_string
            elif kind == "script_finished" and told.script_finished != _ENDED_EARLY:
                self._end(told, run, fragments)
                return Answer(first, time.perf_counter() - start, size)

    def _to_whole(self, told: ForwardMsg) -> ForwardMsg:
        """The message itself where a kept one is meant; what can be kept is."""
        if told.WhichOneof("type") == "ref_hash":
            whole = ForwardMsg()
            whole.CopyFrom(self._kept[told.ref_hash][0])
            whole.metadata.CopyFrom(told.metadata)
            self._kept[told.ref_hash] = (self._kept[told.ref_hash][0], self._runs)
            return whole
        if told.metadata.cacheable:
            self._kept[told.hash] = (told, self._runs)
        return told

    def _begin(self, told: ForwardMsg) -> tuple[str, set[str]]:
        self._runs += 1
        session = told.new_session.initialize.session_id
        if self.id and session != self.id:
            raise ScriptFailed(f"{self.name}: another session's answer")
        self.id = session
        return told.metadata.run.script_run_id, set(told.metadata.run.fragment_ids)

    def _place(self, told: ForwardMsg, run: str) -> None:
        path, delta = tuple(told.metadata.delta_path), told.delta
        self._placed[path] = _Placed(delta, run)
        element = delta.new_element
        kind = element.WhichOneof("type") if delta.HasField("new_element") else None
        if kind == "exception":
            raise ScriptFailed(f"{self.name}: {element.exception.message}")
        if kind == "selectbox":
            box = element.selectbox
            known = box.id in self._values
            if box.set_value or not known:
                self._values[box.id] = _to_selected(box)
        elif kind == "date_input":
            day = element.date_input
            if day.set_value or day.id not in self._values:
                value = WidgetState(id=day.id)
                value.string_array_value.data.extend(day.value if day.set_value else day.default)
                self._values[day.id] = value

    def _end(self, told: ForwardMsg, run: str, fragments: set[str]) -> None:
        """Take away what the run did not put there again, with its fields."""
        if told.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
            raise ScriptFailed(f"{self.name}: the script could not be read")
        roots = [()] if not fragments else self._find_roots(fragments)
        for path, placed in list(self._placed.items()):
            if placed.run != run and any(path[: len(root)] == root for root in roots):
                del self._placed[path]
        shown = {element.id for _path, element in self.elements() if hasattr(element, "id")}
        self._values = {one: value for one, value in self._values.items() if one in shown}
        oldest = self._runs - _RUNS_KEPT
        self._kept = {name: kept for name, kept in self._kept.items() if kept[1] > oldest}

    def _find_roots(self, fragments: set[str]) -> list[Path]:
        of = [p for p, placed in self._placed.items() if placed.delta.fragment_id in fragments]
        return [min(of, key=len)] if of else []


def _to_selected(box: Any) -> WidgetState:
    value = WidgetState(id=box.id)
    if box.set_value:
        if box.HasField("raw_value"):
            value.string_value = box.raw_value
    elif box.HasField("default"):
        value.string_value = box.options[box.default]
    return value
