"""What is looked for in the audit: read from the address, and the fields that write it there."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from geodata.division import FIRST_DAY
from ui import filters
from ui.audit_log import action_names
from ui.field_row import Field
from words import _

PARAMETERS = ("fran", "till", "handelse", "person", "sok")
LONGEST_TEXT = 100
_PERSON = re.compile(r"[\w-]{1,100}")


@dataclass(frozen=True)
class Search:
    """What is looked for, checked; None = whatever it is. Both days are included."""

    since: date | None = None
    until: date | None = None
    action: str | None = None
    subject: str | None = None
    text: str | None = None
    problems: tuple[str, ...] = ()

    @property
    def question(self) -> dict[str, Any]:
        """The filters by the names that the query has for them."""
        names = ("since", "until", "action", "subject", "text")
        return {name: getattr(self, name) for name in names}

    @property
    def told(self) -> dict[str, Any]:
        """The filters in use, for the audit. Of a text only that there was one: it may name
        somebody."""
        return {
            name: value if name != "text" else True
            for name, value in self.question.items()
            if value is not None
        }


def remember(search: Search) -> None:
    """Make the address say what is shown, where it asked for what can't be understood."""
    if search.problems:
        values = (search.since, search.until, search.action, search.subject, search.text)
        filters.put(**{n: str(v) if v else None for n, v in zip(PARAMETERS, values, strict=True)})


def to_search(parameters: Mapping[str, str], today: date) -> Search:
    """What the address asks for. What can't be understood is left out, with a sentence."""
    problems: list[str] = []

    def checked(name: str, read: Callable[[str], Any], problem: str) -> Any:
        text = parameters.get(name, "").strip()
        try:
            return read(text) if text else None
        except (ValueError, KeyError):
            problems.append(problem.format(text=text[:LONGEST_TEXT]))
            return None

    bad_day = _(
        "Dagen ”{text}” kan inte användas. Skriv en dag som har varit, som 2026-11-01. "
        "Den har tagits bort ur filtret."
    )
    to_day = partial(_to_day, today=today)
    since, until = checked("fran", to_day, bad_day), checked("till", to_day, bad_day)
    if since and until and since > until:
        problems.append(_("Första dagen ligger efter den sista. Den sista dagen har tagits bort."))
        until = None
    return Search(
        since,
        until,
        checked("handelse", _to_action, _("Händelsen ”{text}” finns inte. Alla visas.")),
        checked("person", _to_person, _("”{text}” är ingen pseudonym. Alla personer visas.")),
        parameters.get("sok", "").strip()[:LONGEST_TEXT] or None,
        tuple(problems),
    )


def _to_day(text: str, today: date) -> date:
    day = date.fromisoformat(text)
    if not FIRST_DAY <= day <= today:
        raise ValueError(text)
    return day


def _to_action(text: str) -> str:
    if text not in action_names():
        raise KeyError(text)
    return text


def _to_person(text: str) -> str:
    if not _PERSON.fullmatch(text):
        raise ValueError(text)
    return text


def to_fields(search: Search, today: date) -> list[Field]:
    """The filters, bound to the address."""
    fields = [
        Field(150, partial(_show_day, "fran", _("Från och med"), search.since, today)),
        Field(150, partial(_show_day, "till", _("Till och med"), search.until, today)),
        Field(190, partial(_show_action, search.action)),
        Field(260, partial(_show_text, "person", _("Person (pseudonym)"), search.subject)),
        Field(240, partial(_show_text, "sok", _("Sök i vad som gjordes"), search.text)),
    ]
    if any(value is not None for value in search.question.values()):
        fields.append(filters.to_clear(PARAMETERS, _("Rensa filter"), "logg_rensa"))
    return fields


def _show_day(name: str, label: str, value: date | None, today: date, *, width: int) -> None:
    key = f"logg_{name}"
    st.session_state[key] = value
    st.date_input(
        label,
        value=None,
        min_value=FIRST_DAY,
        max_value=today,
        format="YYYY-MM-DD",
        key=key,
        on_change=filters.bound(name, key),
        width=width,
    )


def _show_action(value: str | None, *, width: int) -> None:
    key, names = "logg_handelse", action_names()
    st.session_state[key] = value
    st.selectbox(
        _("Händelse"),
        list(names),
        index=None,
        format_func=lambda action: names.get(action, action),
        placeholder=_("Alla"),
        key=key,
        on_change=filters.bound("handelse", key),
        width=width,
    )


def _show_text(name: str, label: str, value: str | None, *, width: int) -> None:
    key = f"logg_{name}"
    st.session_state[key] = value or ""
    st.text_input(
        label,
        key=key,
        max_chars=LONGEST_TEXT,
        on_change=filters.bound(name, key),
        width=width,
    )
