"""Keys to the API: made, shown once, listed, ended; and persons' keys to the feed."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

import pandas as pd
import streamlit as st

from ui import database_words, formats
from ui.headings import as_text
from ui.people import to_names
from words import _, plural

PAGE = "nycklar"
ALL = "*"
LONGEST = timedelta(days=730)
_USUAL = timedelta(days=365)
End = Callable[[int], None]


@dataclass(frozen=True)
class Wanted:
    """What the form holds: codes of areas and of entries, ALL among them for every entry."""

    label: str
    areas: tuple[str, ...]
    entries: tuple[str, ...]
    valid_to: date | None


class Held(Protocol):
    """A key as it is listed."""

    id: int
    label: str
    areas: frozenset[str]
    entries: frozenset[str]
    valid_to: date
    ended_at: datetime | None
    used_at: datetime | None


class Feed(Protocol):
    """A person's key to the feed."""

    id: int
    label: str
    areas: frozenset[str]
    valid_to: date
    person: str


def headline(held: Sequence[Held]) -> str:
    """How many keys hold."""
    return plural("{n} nyckel gäller", "{n} nycklar gäller", len(held))


def entry_names(register: Mapping[str, str]) -> dict[str, str]:
    """What a key may be to: everything, the councils' stages, and each entry of the register."""
    return {ALL: _("Alla uppgifter"), "rad": _("Rådens steg"), **register}


def show_made(key: str, address: str) -> None:
    """A new key, this once, and how it is used."""
    st.success(_("Nyckeln är skapad. Den visas bara nu: kopiera den och lämna den på säkert sätt."))
    st.code(key, language=None)
    st.caption(_("Den skickas som Authorization: Bearer. Så här anropas tjänsten:"))
    call = _('curl -H "Authorization: Bearer $NYCKEL" {address}indicators')
    st.code(call.format(address=address), language=None)


def show_form(
    labels: Mapping[str, str],
    entries: Mapping[str, str],
    today: date,
    make: Callable[[Wanted], None],
    *,
    key: str,
) -> None:
    """The fields of a new key; `key` must differ for each key that is made."""
    with st.form(key, border=True):
        st.text_input(
            _("Vem nyckeln är till"),
            key=f"{key}_label",
            max_chars=100,
            help=_("En organisation eller ett system. Skriv inte ett personnamn."),
        )
        left, right = st.columns(2)
        _show_choice(left, _("Områden"), labels, (), f"{key}_areas", _("Välj områden"))
        _show_choice(right, _("Uppgifter"), entries, (ALL,), f"{key}_entries", _("Välj uppgifter"))
        st.date_input(
            _("Giltig till och med"),
            today + _USUAL,
            min_value=today,
            max_value=today + LONGEST,
            key=f"{key}_valid_to",
            format="YYYY-MM-DD",
            help=_("Sista dagen, högst två år fram."),
        )
        st.form_submit_button(
            _("Skapa nyckel"), type="primary", on_click=lambda: make(_to_wanted(key))
        )


def refusal(reason: str) -> str:
    """Why no key was made, as markdown."""
    said = {
        "label": _("Skriv vem nyckeln är till, på en rad och med högst 100 tecken."),
        "areas": _("Välj minst ett område som finns."),
        "entries": _("Välj minst en uppgift som finns."),
        "valid-to": _("Välj en dag från i dag till två år fram."),
        **database_words.to_problems(),
    }.get(reason, _("Bara en administratör får skapa nycklar. Logga in på nytt."))
    return _("**Ingen nyckel är skapad.** {said}").format(said=said)


def show_held(
    held: Sequence[Held],
    labels: Mapping[str, str],
    entries: Mapping[str, str],
    end: End,
) -> None:
    """The keys that hold, each with the way to end it."""
    if not held:
        st.info(_("Ingen nyckel gäller. Skapa en här nedanför."))
    for one in held:
        told = [
            to_names(" ".join(sorted(one.areas)), labels),
            _to_entries(one.entries, entries),
            _("till {day}").format(day=formats.short_day(one.valid_to)),
            _to_use(one.used_at),
        ]
        _show_one(one.label, told, one.id, end, "api")


def show_past(past: Sequence[Held], labels: Mapping[str, str], entries: Mapping[str, str]) -> None:
    """Those that have ended or run out."""
    if not past:
        return
    with st.expander(_("Nycklar som inte gäller längre ({n})").format(n=len(past))):
        table = pd.DataFrame(
            {
                _("Till"): [one.label for one in past],
                _("Områden"): [to_names(" ".join(sorted(one.areas)), labels) for one in past],
                _("Uppgifter"): [_to_entries(one.entries, entries) for one in past],
                _("Giltig till och med"): [formats.short_day(one.valid_to) for one in past],
                _("Avslutad"): [formats.moment(one.ended_at) for one in past],
                _("Senast använd"): [formats.moment(one.used_at) for one in past],
            }
        )
        st.dataframe(table, hide_index=True, alt=_("Nycklar som inte gäller längre"))


def show_feeds(
    held: Sequence[Feed], labels: Mapping[str, str], names: Mapping[str, str], end: End
) -> None:
    """Persons' keys to the feed, each with the way to end it; `names`: pseudonym → name."""
    if not held:
        st.markdown(_("Ingen har en nyckel till flödet."))
    for one in held:
        told = [
            names.get(one.person, one.person),
            to_names(" ".join(sorted(one.areas)), labels),
            _("till {day}").format(day=formats.short_day(one.valid_to)),
        ]
        _show_one(one.label, told, one.id, end, "flode")


def _show_one(label: str, told: Sequence[str], number: int, end: End, kind: str) -> None:
    place = {"horizontal_alignment": "distribute", "vertical_alignment": "center"}
    with st.container(horizontal=True, border=True, **place):
        st.markdown(f"**{as_text(label)}**  \n{as_text(' · '.join(told))}", width="content")
        with st.popover(_("Avsluta")):
            st.markdown(_("Nyckeln slutar gälla inom fem sekunder. Det går inte att ångra."))
            st.button(
                _("Avsluta nyckeln"),
                on_click=end,
                args=(number,),
                key=f"nyckel_bort_{kind}_{number}",
                type="primary",
            )


def _show_choice(
    place: "st.delta_generator.DeltaGenerator",
    label: str,
    options: Mapping[str, str],
    usual: Sequence[str],
    key: str,
    placeholder: str,
) -> None:
    place.multiselect(
        label,
        list(options),
        list(usual),
        format_func=lambda code: options.get(code, code),
        key=key,
        placeholder=placeholder,
        filter_mode="contains",
        select_all=False,
    )


def _to_wanted(key: str) -> Wanted:
    held = st.session_state
    return Wanted(
        str(held.get(f"{key}_label", "")),
        tuple(held.get(f"{key}_areas", ())),
        tuple(held.get(f"{key}_entries", ())),
        held.get(f"{key}_valid_to"),
    )


def _to_entries(limits: Collection[str], entries: Mapping[str, str]) -> str:
    """`Rådens steg, Lagföringsbeslut` from what the key is limited to."""
    codes = sorted({one.partition("@")[0] for one in limits})
    return ", ".join(entries.get(code, code) for code in codes)


def _to_use(at: datetime | None) -> str:
    day = formats.day_of(at)
    return (
        _("aldrig använd")
        if day is None
        else _("senast använd {day}").format(day=formats.short_day(day))
    )
