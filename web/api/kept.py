"""Answers kept as the bytes that are sent, compressed where that helps, up to a number of bytes.

A key holds all that an answer rests on, the version of what is recorded and the asker's scope
among it, so that what is kept is never stale and never another's. The language is put to it here.
"""

import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from datetime import datetime
from threading import Lock
from typing import NamedTuple

from words import language

MOST_BYTES = 96_000_000
_LEAST_PACKED = 500

_kept: OrderedDict[Hashable, "Future[Ready]"] = OrderedDict()
_sizes: dict[Hashable, int] = {}
_lock = Lock()


class Made(NamedTuple):
    """An answer before it is made ready: its bytes, media type, when it was last changed (UTC, None
    = not known), headers of its own, whether its address always gives the same figures, and whether
    its bytes are compressed by their format."""

    body: bytes
    media_type: str
    modified: datetime | None = None
    headers: tuple[tuple[str, str], ...] = ()
    is_fixed: bool = False
    is_binary: bool = False


class Ready(NamedTuple):
    """An answer as it is sent: `body` is gzipped when `is_packed`; `tag` is an entity tag."""

    body: bytes
    is_packed: bool
    tag: str
    made: Made  # without its bytes


def keep(key: Hashable, make: Callable[[], Made]) -> Ready:
    """The kept answer in the run's language; of several that ask at once, one makes it and the
    others wait."""
    key = (language(), key)
    with _lock:
        held = _kept.get(key)
        if held is not None:
            _kept.move_to_end(key)
        else:
            mine = _kept[key] = Future()
    if held is not None:
        return held.result()
    try:
        ready = to_ready(make())
    except BaseException as error:
        with _lock:
            _kept.pop(key, None)
        mine.set_exception(error)
        raise
    mine.set_result(ready)
    _note_size(key, len(ready.body))
    return ready


def to_ready(made: Made) -> Ready:
    """The answer as it is sent."""
    # the same bytes in two languages are two answers: they say so in a header
    digest = hashlib.sha256(language().encode() + b"\n" + made.body).hexdigest()
    tag = f'W/"{digest[:32]}"'
    plain = made._replace(body=b"")
    if made.is_binary or len(made.body) < _LEAST_PACKED:
        return Ready(made.body, is_packed=False, tag=tag, made=plain)
    return Ready(gzip.compress(made.body, 6, mtime=0), is_packed=True, tag=tag, made=plain)


def forget_kept() -> None:
    """Drop every kept answer."""
    with _lock:
        _kept.clear()
        _sizes.clear()


def _note_size(key: Hashable, size: int) -> None:
    """Drop the answers longest unasked for, until what is kept is no more than it may be."""
    with _lock:
        if key in _kept:
            _sizes[key] = size
        while sum(_sizes.values()) > MOST_BYTES:
            oldest = next(one for one in _kept if one in _sizes)
            del _kept[oldest], _sizes[oldest]
