"""What may stand in an address: each parameter once, with how it is read and what it is told as."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from geodata.division import FIRST_DAY
from indicators.periods import BadPeriod, Quarter
from web.api.problems import Problem
from words import _

MOST_AREAS = 500
MOST_ROWS = 50_000
LAST_DAY = date(2100, 12, 31)
CODE = r"[a-z0-9]+(-[a-z0-9]+)*"
PERIOD = r"20[0-9]{2}(K[1-4])?"
LATEST = "latest"


@dataclass(frozen=True)
class Parameter:
    """A part of an address: its name, what it does, its JSON schema, and how its text is read
    (ValueError = it can't be)."""

    name: str
    told: str
    schema: Mapping[str, Any]
    read: Callable[[str], Any]
    example: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)  # of OpenAPI


def choice(name: str, told: str, allowed: Sequence[str], **more: Any) -> Parameter:
    """One of some words."""

    def read(text: str) -> str:
        if text not in allowed:
            raise ValueError(text)
        return text

    return Parameter(name, told, {"type": "string", "enum": list(allowed)}, read, **more)


def choices(name: str, told: str, allowed: Sequence[str], **more: Any) -> Parameter:
    """Some words with commas between, none of them twice."""

    def read(text: str) -> tuple[str, ...]:
        found = _split(text)
        if not set(found) <= set(allowed):
            raise ValueError(text)
        return found

    items = {"type": "string", "enum": list(allowed)}
    return Parameter(name, told, _list_of(items, len(allowed)), read, more=_COMMAS, **more)


def areas(name: str, told: str, **more: Any) -> Parameter:
    """Codes of areas with commas between. Raises Problem for too many."""

    def read(text: str) -> tuple[str, ...]:
        found = _split(text)
        if len(found) > MOST_AREAS:
            detail = _("Ange högst {most} områden, eller inget för att få alla.")
            raise Problem("for-manga-omraden", detail.format(most=MOST_AREAS))
        if not all(re.fullmatch(CODE, code, re.ASCII) and len(code) <= 60 for code in found):
            raise ValueError(text)
        return found

    items = {"type": "string", "pattern": f"^{CODE}$", "maxLength": 60}
    return Parameter(name, told, _list_of(items, MOST_AREAS), read, more=_COMMAS, **more)


def code(name: str, told: str, **more: Any) -> Parameter:
    """A code of the register."""

    def read(text: str) -> str:
        if not re.fullmatch(CODE, text, re.ASCII) or len(text) > 60:
            raise ValueError(text)
        return text

    schema = {"type": "string", "pattern": f"^{CODE}$", "maxLength": 60}
    return Parameter(name, told, schema, read, **more)


def period(name: str, told: str, **more: Any) -> Parameter:
    """A quarter or a year; its first and last quarter."""

    def read(text: str) -> tuple[Quarter, Quarter]:
        if not re.fullmatch(PERIOD, text, re.ASCII):
            raise ValueError(text)
        if "K" in text:
            return Quarter.parse(text), Quarter.parse(text)
        return Quarter(int(text), 1), Quarter(int(text), 4)

    return Parameter(name, told, {"type": "string", "pattern": f"^{PERIOD}$"}, read, **more)


def quarter(name: str, told: str, **more: Any) -> Parameter:
    """A quarter."""

    def read(text: str) -> Quarter:
        try:
            return Quarter.parse(text)
        except BadPeriod as error:
            raise ValueError(text) from error

    pattern = "^20[0-9]{2}K[1-4]$"
    return Parameter(name, told, {"type": "string", "pattern": pattern}, read, **more)


def day(name: str, told: str, **more: Any) -> Parameter:
    """A day, not before the division is known."""

    def read(text: str) -> date:
        found = date.fromisoformat(text)
        if len(text) != 10 or not FIRST_DAY <= found <= LAST_DAY:
            raise ValueError(text)
        return found

    return Parameter(name, told, {"type": "string", "format": "date"}, read, **more)


def whole(name: str, told: str, least: int, most: int, **more: Any) -> Parameter:
    """A whole number."""

    def read(text: str) -> int:
        if not re.fullmatch("[0-9]{1,9}", text, re.ASCII) or not least <= int(text) <= most:
            raise ValueError(text)
        return int(text)

    schema = {"type": "integer", "minimum": least, "maximum": most}
    return Parameter(name, told, schema, read, **more)


def release(name: str, told: str, **more: Any) -> Parameter:
    """A release's number, None for the latest."""

    def read(text: str) -> int | None:
        if text == LATEST:
            return None
        if not re.fullmatch("[1-9][0-9]{0,8}", text, re.ASCII):
            raise ValueError(text)
        return int(text)

    schema = {"type": "string", "pattern": f"^({LATEST}|[1-9][0-9]{{0,8}})$"}
    return Parameter(name, told, schema, read, **more)


def read_all(given: Sequence[tuple[str, str]], known: Sequence[Parameter]) -> dict[str, Any]:
    """The values by name, of those that are given. Raises Problem."""
    by_name = {one.name: one for one in known}
    values: dict[str, Any] = {}
    for name, text in given:
        if name not in by_name:
            allowed = ", ".join(by_name)
            detail = _("De parametrar som finns här: {allowed}.").format(allowed=allowed)
            raise Problem("okand-parameter", detail)
        if name in values:
            detail = _("{name} får stå en gång. Skriv flera värden med komma emellan.")
            raise Problem("dubbel-parameter", detail.format(name=name))
        values[name] = _read(by_name[name], text)
    return values


def wrong(name: str, told: str) -> Problem:
    """The problem of a parameter's value."""
    return Problem("felaktig-parameter", f"{name}: {told}")


_COMMAS = {"style": "form", "explode": False}


def _read(one: Parameter, text: str) -> Any:
    try:
        return one.read(text)
    except ValueError as error:
        raise wrong(one.name, one.told) from error


def _split(text: str) -> tuple[str, ...]:
    found = text.split(",")
    if len(set(found)) < len(found):
        raise ValueError(text)
    return tuple(found)


def _list_of(items: Mapping[str, Any], most: int) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": 1, "maxItems": most, "uniqueItems": True}
