"""Answers kept in the process, keyed by database, version, all arguments, who is asking, and,
where it is put in words, the language.

The version is part of the key, and the day of it, so a kept answer is never stale and needs no
clock of its own (data_access/version.py).
"""

import inspect
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from functools import wraps
from threading import Lock
from typing import Any, ParamSpec, TypeVar, cast

import pandas as pd

import metrics
from data_access import standby
from data_access.connect import current_address
from data_access.version import Version, forget_version, version_at
from data_access.viewer import Viewer
from words import language

P = ParamSpec("P")
R = TypeVar("R")

SIZE = 1024  # answers; a frame of all kommuner is about 50 kB

CACHED: list[Callable[..., Any]] = []  # every cached function, for the test of their keys

_answers: OrderedDict[Hashable, Future[Any]] = OrderedDict()
_lock = Lock()
_asked = {"hit": 0, "miss": 0, "forgotten": 0}  # counted within the lock that is held anyway


# What may be asked by a viewer who is limited to some entries: each of these keeps to her limits,
# or tells what holds for everybody. All else is refused her, so that a new question is closed.
FOR_LIMITED = frozenset(
    {
        "fetch_area", "fetch_areas", "fetch_areas_on_each",
        "fetch_kind", "fetch_rates", "fetch_recorded", "fetch_recorded_register", "fetch_register",
        "fetch_releases",
        "fetch_stages", "fetch_stages_recorded", "fetch_visible", "fetch_young",
    }
)  # fmt: skip


# Beside all that pages ask: kept for each language
IN_WORDS = {"fetch_milestones", "fetch_published", "fetch_register", "fetch_support"}


class NotForLimited(PermissionError):
    """A viewer who is limited to some entries may not ask that."""

    def __init__(self, name: str):
        super().__init__(f"{name} is not for a viewer who is limited to some entries")


class NoViewer(TypeError):
    """A cached function must ask who is asking, else an answer could reach the wrong reader."""


def cached(fetch: Callable[P, R]) -> Callable[P, R]:
    """Keep the answers of a fetch function. A frame comes as a copy that costs nothing until it
    is written to. Raises NoViewer when the function has no keyword-only `viewer` to key on."""
    signature = inspect.signature(fetch)
    viewer = signature.parameters.get("viewer")
    if (
        viewer is None
        or viewer.kind is not viewer.KEYWORD_ONLY
        or viewer.default is not viewer.empty
    ):
        raise NoViewer(f"{fetch.__name__} needs a keyword-only `viewer` without a default")

    @wraps(fetch)
    def ask(*args: P.args, **kwargs: P.kwargs) -> R:
        given = signature.bind(*args, **kwargs)
        given.apply_defaults()
        asker = given.arguments["viewer"]
        if not isinstance(asker, Viewer):
            raise NoViewer(f"{fetch.__name__}: viewer is {asker!r}, not a Viewer")
        if asker.only is not None and not _keeps_to_limits(fetch):
            raise NotForLimited(fetch.__name__)
        address = current_address()
        names = (fetch.__module__, fetch.__qualname__)
        version = version_at(address, asker)
        said = language() if _is_in_words(fetch) else None
        key = (address, version.text, names, said, tuple(given.arguments.values()))
        answer = _answer(key, version, lambda: fetch(*args, **kwargs))
        if isinstance(answer, pd.DataFrame):
            return cast(R, answer.copy(deep=False))
        return cast(R, answer)

    CACHED.append(ask)
    return ask


def _is_in_words(fetch: Callable[..., Any]) -> bool:
    return fetch.__module__.startswith("pages.") or fetch.__name__ in IN_WORDS


def _keeps_to_limits(fetch: Callable[..., Any]) -> bool:
    return fetch.__module__.startswith("data_access.") and fetch.__name__ in FOR_LIMITED


def keep(name: str, key: Hashable, read: Callable[[], R], *, viewer: Viewer) -> R:
    """Keep rows that are the same for everybody, read before anything is seen through a scope.

    The viewer is only asked for the version; what comes back must still be scoped.
    """
    address = current_address()
    version = version_at(address, viewer)
    return cast(R, _answer((address, version.text, name, key), version, read))


def count_asked() -> tuple[int, int, int]:
    """Questions that a kept answer was found for since the process began, those that it was not
    found for, and how many answers are kept now."""
    with _lock:
        return _asked["hit"], _asked["miss"], len(_answers)


def forget_answers() -> None:
    """Drop every kept answer and version."""
    with _lock:
        _answers.clear()
        _asked["forgotten"] += 1
    forget_version()


def count_forgotten() -> int:
    """How often every kept answer was dropped: whoever keeps what is made of them drops it too."""
    return _asked["forgotten"]


def _answer(key: Hashable, version: Version, fetch: Callable[[], Any]) -> Any:
    """The kept answer; of several threads that ask at once, one fetches and the others wait."""
    with _lock:
        held = _answers.get(key)
        if held is not None:
            _asked["hit"] += 1
            _answers.move_to_end(key)
        else:
            _asked["miss"] += 1
            mine = _answers[key] = Future()
            while len(_answers) > SIZE:
                _answers.popitem(last=False)
    if held is not None:
        return held.result()
    try:
        with standby.one_choice(version.by_standby):
            answer = fetch()
    except BaseException as error:
        with _lock:
            _answers.pop(key, None)  # errors are not kept: the next call tries again
        mine.set_exception(error)
        raise
    mine.set_result(answer)
    return answer


metrics.tell_count(
    "bob_answers_asked",
    "Questions, by whether a kept answer was found.",
    "outcome",
    read=lambda: {(outcome,): _asked[outcome] for outcome in ("hit", "miss")},
)
metrics.tell_state("bob_answers_kept", "Answers kept.", read=lambda: {(): len(_answers)})
