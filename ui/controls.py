"""Controls of single pages, bound to the address like the filter bar."""

from datetime import date
from functools import partial

import streamlit as st

from ui import field_row, filters
from ui.choice import CITIES, MAP_LEVELS, YES, Choice
from ui.choice_days import to_previous_quarter_end
from ui.field_row import Field
from ui.headings import as_text
from ui.map_indicators import indicators_at
from ui.select_field import to_field
from words import _


def show_map_controls(
    choice: Choice, levels: dict[str, str], views: dict[str, str], today: date, *, smooths: bool
) -> None:
    """Level, view and the day to compare with; `levels` and `views` are value → label. `smooths`
    offers rates of small areas drawn towards the whole's."""
    fields = [
        to_field(180, "niva", _("Nivå"), choice.level, levels, "lpo", ("indikator",)),
        to_field(200, "vy", _("Visa på kartan"), choice.view or "", views, ""),
        Field(190, partial(_show_switch, choice)),
    ]
    if choice.compare:
        day = partial(filters.show_day, "jamfor", _("Jämför med"), choice.compare, today)
        fields.append(Field(150, day))
    if smooths:
        fields.append(Field(230, partial(_show_smooth, choice)))
    field_row.show(fields, key="kartval")


def to_views(areas: dict[str, dict[str, str]], chosen: str | None) -> dict[str, str]:
    """Places that the map can be fitted to: value in the address → name.

    `areas` are level → code → name.
    """
    names = {"": _("Hela urvalet"), "se": _("Sverige")}
    names |= dict(zip(CITIES, (_("Stockholm"), _("Göteborg"), _("Malmö")), strict=True))
    for code, name in areas["polisregion"].items():
        names[code] = _("Polisregion {name}").format(name=name)
    if chosen and chosen not in names:
        names[chosen] = next(of[chosen] for of in areas.values() if chosen in of)
    return names


def show_breadcrumb(path: tuple[tuple[str, str, str], ...]) -> None:
    """The way from the country down to an area, without it: (code, name, level) each."""
    with st.container(horizontal=True, gap="small", key="stig"):
        for code, name, level in path:
            st.button(
                f"{_('Sverige') if level == 'riket' else as_text(name)} ›",
                type="tertiary",
                key=f"stig_{code}",
                on_click=go_to,
                args=(code, level),
            )


def go_to(code: str, level: str) -> None:
    """Select an area and show its level; the country means no area."""
    if level == "riket":
        filters.put(omrade=None, vy=None, region=None, lan=None)
        return
    filters.put(omrade=code, vy=None)
    _show_level(level)


def _show_level(level: str) -> None:
    filters.put(niva=None if level == "lpo" else level)
    chosen = st.query_params.get("indikator")
    own = any(chosen in indicators_at(one) for one in MAP_LEVELS)
    if (own and chosen not in indicators_at(level)) or level == "kommun":
        filters.put(indikator=None)


BELOW = {"polisregion": "polisomrade", "polisomrade": "lpo", "lpo": "kommun", "lan": "kommun"}


def drill_down(code: str, level: str) -> None:
    """Show the areas inside an area: the next level, fitted to it."""
    below = BELOW[level]
    filters.put(vy=code)
    _show_level(below)
    if level in ("polisregion", "lan"):
        filters.put(**{"region" if level == "polisregion" else "lan": code})


def _show_switch(choice: Choice, *, width: int) -> None:
    st.session_state["c_jamfor"] = choice.compare is not None
    st.toggle(
        _("Jämför två dagar"), key="c_jamfor", on_change=_compared, args=(choice,), width=width
    )


def _show_smooth(choice: Choice, *, width: int) -> None:
    st.session_state["c_utjamnad"] = choice.smooth
    st.toggle(
        _("Utjämna små områden"),
        key="c_utjamnad",
        on_change=lambda: filters.put(utjamnad=YES if st.session_state["c_utjamnad"] else None),
        help=_(
            "Där få bor gör slumpen mycket. Utjämning (empirisk Bayes) drar talen mot hela "
            "kartans, mest där minst antal bor. Talen blir lugnare men är inte områdets egna."
        ),
        width=width,
    )


def _compared(choice: Choice) -> None:
    on = st.session_state["c_jamfor"]
    filters.put(jamfor=to_previous_quarter_end(choice.day).isoformat() if on else None)
