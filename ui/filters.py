"""The filter bar of every page, bound to the address, and the choice it gives."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from geodata.division import FIRST_DAY
from ui import coverage_choice, meeting_choice, pace_choice, trend_choice, work_choice
from ui.choice import PARAMETERS, Choice
from ui.field_row import Field
from words import _

KEPT = (
    *PARAMETERS,
    *trend_choice.ALLOWED,
    *pace_choice.ALLOWED,
    *coverage_choice.ALLOWED,
    *meeting_choice.PARAMETERS,
    *work_choice.NAMES,
    "publicerad",
)  # what goes along from page to page
_CHOICE, _KEPT, _PAGE = "bob_choice", "bob_parameters", "bob_page"


def put(**parameters: str | None) -> None:
    """Write parameters to the address; None removes one. For callbacks and page scripts."""
    for name, value in parameters.items():
        if value is None:
            st.query_params.pop(name, None)
        elif st.query_params.get(name) != value:
            st.query_params[name] = value


def take_row(name: str, key: str, codes: list[str], shown: list[int]) -> None:
    """Write the code of a table's chosen row to the address under `name`; no row removes it."""
    rows = st.session_state[key]["selection"]["rows"]
    if rows == shown:
        return  # the browser confirms what it was given, which is no choice of the reader's
    put(**{name: codes[rows[0]] if rows else None})


def parameters() -> dict[str, str]:
    """The address's parameters, for links to other pages that keep the choice."""
    asked = st.query_params.to_dict()
    return {name: asked[name] for name in KEPT if name in asked}


def current() -> Choice:
    """The choice of this run. Call after the frame has run."""
    return st.session_state[_CHOICE]


def keep_over_pages(page: str) -> bool:
    """Bring the choice along when the viewer goes to another page; True then.

    Streamlit empties the address at a change of page; a link with parameters of its own wins.
    """
    changed = st.session_state.get(_PAGE) not in (None, page)
    if changed and not set(st.query_params) & set(KEPT):
        put(**st.session_state.get(_KEPT, {}))
    st.session_state[_PAGE] = page
    return changed


def remember(choice: Choice) -> None:
    """Make the choice the run's, and the address say exactly what is shown."""
    st.session_state[_CHOICE] = choice
    put(**(choice.to_parameters() if choice.problems else {"dag": choice.day.isoformat()}))
    st.session_state[_KEPT] = parameters()


def to_fields(
    choice: Choice,
    names: dict[str, dict[str, str]],
    inside: Sequence[str],
    today: date,
    *,
    since: bool,
) -> list[Field]:
    """The bar's fields. `names` has level → code → name of the day's areas; `inside` are the
    codes of the chosen level within the choice. `since` adds the day that the page compares with.
    """
    regions, counties = names.get("polisregion", {}), names.get("lan", {})
    areas = _areas_to_choose(choice, names, inside)
    fields = [
        Field(160, partial(_show_select, "region", _("Polisregion"), choice.region, regions)),
        Field(182, partial(_show_select, "lan", _("Län"), choice.lan, counties)),
        Field(240, partial(_show_select, "omrade", _("Område"), choice.area, areas)),
        Field(150, partial(show_day, "dag", _("Dag"), choice.day, today)),
    ]
    if since:
        field = partial(show_day, "sedan", _("Jämfört med"), choice.since, choice.day)
        fields.append(Field(150, field))
    if set(parameters()) - {"dag"} or choice.day != today:
        fields.append(to_clear(KEPT, _("Rensa val"), "f_clear"))
    return fields


def to_within(areas: pd.DataFrame, level: str, region: str | None, lan: str | None) -> pd.DataFrame:
    """The areas of one level that lie in a polisregion and a län, where they are chosen.

    A län and an LPO may cross: an LPO is in when at least one of its kommuner lies in the län.
    """
    if region:
        own = "code" if level == "polisregion" else "polisregion"
        areas = areas[areas[own].map(lambda codes: region in str(codes).split())]
    if lan:
        areas = areas[areas["lan"].map(lambda codes: lan in str(codes).split())]
    return areas


def _areas_to_choose(
    choice: Choice, names: dict[str, dict[str, str]], inside: Sequence[str]
) -> dict[str, str]:
    options = {code: names[choice.level][code] for code in inside}
    if choice.area and choice.area not in options:
        options[choice.area] = next(of[choice.area] for of in names.values() if choice.area in of)
    return options


def _show_select(
    name: str, label: str, value: str | None, options: dict[str, str], *, width: int
) -> None:
    key = f"f_{name}"
    st.session_state[key] = value
    st.selectbox(
        label,
        list(options),
        format_func=lambda code: options.get(code, code),
        placeholder=_("Alla"),
        key=key,
        on_change=bound(name, key),
        width=width,
    )


def show_day(name: str, label: str, value: date, today: date, *, width: int) -> None:
    """A day bound to the address under `name`."""
    key = f"f_{name}"
    st.session_state[key] = value
    st.date_input(
        label,
        min_value=FIRST_DAY,
        max_value=today,
        format="YYYY-MM-DD",
        key=key,
        on_change=bound(name, key),
        width=width,
    )


def bound(name: str, key: str) -> Callable[[], None]:
    """For a field's `on_change`: write what it holds to the address; nothing removes it."""

    def write() -> None:
        value = st.session_state[key]
        put(**{name: value.isoformat() if isinstance(value, date) else value or None})
        if name in ("region", "lan"):
            put(vy=None, omrade=None)

    return write


def to_clear(names: Sequence[str], label: str, key: str) -> Field:
    """The field of a button that takes the parameters from the address."""

    def show(width: int) -> None:
        st.button(label, key=key, on_click=lambda: put(**dict.fromkeys(names)), width=width)

    return Field(120, show)
