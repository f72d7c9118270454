"""The form in which a person is given access, what it changed, and what was wrong in it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from ui import formats
from ui.headings import as_text
from ui.people import role_name
from words import _


@dataclass(frozen=True)
class Given:
    """What the form shows and gives back: plain values, codes of areas, None for nothing."""

    issuer: str = ""
    subject: str = ""
    role: str | None = None
    areas: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    label: str = ""
    blocked: bool = False
    valid_to: date | None = None


def show(
    given: Given,
    roles: Sequence[str],
    labels: Mapping[str, str],
    save: Callable[[Given], None],
    *,
    key: str,
    ours: bool,
    new: bool = False,
) -> None:
    """The fields, filled; `save` is called with what they hold when the button is pressed.

    `key` must differ for each row that the form is made from. `labels`: code → name of the areas
    to choose among. `ours`: role and areas are given here. `new`: whose account is asked for too.
    """
    with st.form(key, border=True):
        if new:
            _show_account(given, key)
        if ours:
            _show_scopes(given, roles, labels, key)
        left, right = st.columns(2)
        left.text_input(
            _("Visningsnamn"),
            given.label,
            key=f"{key}_label",
            max_chars=200,
            help=_("Syns bara här, för den som sköter behörigheter. Får lämnas tomt."),
        )
        right.date_input(
            _("Giltig till och med"),
            given.valid_to,
            key=f"{key}_valid_to",
            format="YYYY-MM-DD",
            help=_("Sista dagen. Tomt betyder tills vidare."),
        )
        st.checkbox(
            _("Spärrad"),
            given.blocked,
            key=f"{key}_blocked",
            help=_("Den som är spärrad kommer inte in, inte heller i en flik som redan är öppen."),
        )
        st.form_submit_button(_("Spara"), type="primary", on_click=_submit, args=(given, key, save))


def _show_account(given: Given, key: str) -> None:
    st.text_input(
        _("Utfärdare"),
        given.issuer,
        key=f"{key}_issuer",
        max_chars=500,
        help=_("Inloggningstjänstens adress, exakt som tjänsten själv skriver den."),
    )
    st.text_input(
        _("Konto"),
        given.subject,
        key=f"{key}_subject",
        max_chars=255,
        help=_("Personens beteckning hos inloggningstjänsten (sub)."),
    )


def _show_scopes(given: Given, roles: Sequence[str], labels: Mapping[str, str], key: str) -> None:
    held = {code for code in (*given.areas, *given.reports) if code not in labels}
    options = [*labels, *sorted(held)]
    st.selectbox(
        _("Roll"),
        roles,
        index=list(roles).index(given.role) if given.role in roles else None,
        format_func=lambda role: role_name(role).capitalize(),
        placeholder=_("Välj roll"),
        key=f"{key}_role",
    )
    fields = (
        ("areas", _("Får se"), _("Områden vars uppgifter personen ser. Tomt för administratör.")),
        (
            "reports",
            _("Rapporterar för"),
            _(
                "Områden som personen rapporterar för, och som samordnare godkänner. Tomt för "
                "läsare och administratör."
            ),
        ),
    )
    for (name, label, help_text), codes in zip(fields, (given.areas, given.reports), strict=True):
        st.multiselect(
            label,
            options,
            list(codes),
            format_func=lambda code: labels.get(code, code),
            key=f"{key}_{name}",
            placeholder=_("Välj områden"),
            help=help_text,
            # else Return after a few letters gives all the areas that somehow have them
            filter_mode="contains",
            select_all=False,
        )


def _submit(given: Given, key: str, save: Callable[[Given], None]) -> None:
    """Runs before the page does; fields that were not shown keep what they were."""
    held = st.session_state
    filled = {name: held[f"{key}_{name}"] for name in vars(given) if f"{key}_{name}" in held}
    for name in ("areas", "reports"):
        if name in filled:
            filled[name] = tuple(sorted(filled[name]))
    for name in ("issuer", "subject", "label"):
        if name in filled:
            filled[name] = filled[name].strip()
    save(replace(given, **filled))


def show_restore(
    now: Given,
    earlier: Given,
    labels: Mapping[str, str],
    save: Callable[[Given], None],
    *,
    key: str,
) -> None:
    """What a press of the button would change back, and the button."""
    changes = to_changes(now, earlier, labels)
    if changes:
        st.markdown("  \n".join([_("**Återställ den senaste ändringen:**"), *changes]))
        st.button(_("Återställ"), key=key, on_click=save, args=(earlier,))


def to_changes(before: Given, after: Given, labels: Mapping[str, str]) -> list[str]:
    """What differs, a sentence of markdown each: field, before → after."""
    fields: dict[str, tuple[str, Callable[[Given], str]]] = {
        "role": (_("Roll"), lambda one: role_name(one.role)),
        "areas": (_("Får se"), lambda one: _join(one.areas, labels)),
        "reports": (_("Rapporterar för"), lambda one: _join(one.reports, labels)),
        "label": (_("Visningsnamn"), lambda one: one.label or formats.NONE),
        "valid_to": (_("Giltig till och med"), lambda one: formats.short_day(one.valid_to)),
        "blocked": (_("Spärrad"), lambda one: _("ja") if one.blocked else _("nej")),
    }
    return [
        f"{name}: {as_text(told(before))} → {as_text(told(after))}"
        for field, (name, told) in fields.items()
        if getattr(before, field) != getattr(after, field)
    ]


def _join(codes: Sequence[str], labels: Mapping[str, str]) -> str:
    return ", ".join(labels.get(code, code) for code in codes) or formats.NONE
