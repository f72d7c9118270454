"""What an audit row holds as text: one and the same form, so that its digest can be made anew."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

from data_access.schema import NaiveTime


class NotAuditable(TypeError):
    """A value that has no fixed form as text can't be in an audit row."""

    def __init__(self, value: object):
        super().__init__(f"{type(value).__name__} can't be audited; give text, numbers or dates")


def to_json(values: Mapping[str, Any] | None) -> str | None:
    """Canonical JSON: sorted keys, sets as sorted lists, days and moments (in UTC) as ISO text.

    None stays None. Raises NotAuditable, and NaiveTime for a moment without time zone.
    """
    return None if values is None else to_plain(write(_to_mapping(values)))


def write(values: Mapping[str, Any]) -> str:
    """The one way in which plain values are written as JSON; what is stored is never otherwise."""
    try:
        return json.dumps(
            values, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
        )
    except ValueError as error:
        raise NotAuditable(values) from error


def to_plain(text: str) -> str:
    """The text without what PostgreSQL can't keep: NUL, and halves of surrogate pairs."""
    return text.encode("utf-8", "replace").decode().replace("\0", "?")


def to_moment(moment: datetime) -> str:
    """ISO text in UTC with microseconds, the same whichever zone the moment is given in."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _to_mapping(values: Mapping[str, Any]) -> dict[str, Any]:
    for key in values:
        if not isinstance(key, str):
            raise NotAuditable(key)
    return {str(key): _to_value(value) for key, value in values.items()}


def _to_value(value: Any) -> Any:
    if isinstance(value, Enum):
        return _to_value(value.value)
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, date):
        return _to_time(value)
    if isinstance(value, Mapping):
        return _to_mapping(value)
    if isinstance(value, list | tuple):
        return [_to_value(one) for one in value]
    if isinstance(value, set | frozenset):
        return _to_sorted(value)
    raise NotAuditable(value)


def _to_time(value: date) -> str:
    if not isinstance(value, datetime):
        return value.isoformat()
    if value.tzinfo is None:
        raise NaiveTime(value)
    return to_moment(value)


def _to_sorted(values: set[Any] | frozenset[Any]) -> list[Any]:
    try:
        return sorted(_to_value(one) for one in values)
    except TypeError as error:
        raise NotAuditable(values) from error
