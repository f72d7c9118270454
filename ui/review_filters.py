"""The fields by which a reviewer chooses what to look at, bound to the address."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from indicators.periods import Quarter, period_name
from reporting.kinds import kinds
from ui import filters
from ui.field_row import Field
from ui.review_search import (
    ALL,
    MATRIX,
    MEASURES,
    PARAMETERS,
    RELEASES,
    TO_REVIEW,
    VIEWS,
    Search,
    to_address,
)
from ui.review_words import state_labels
from words import _


def forget_bad(search: Search) -> None:
    """Take from the address what could not be understood."""
    if search.problems:
        values = (search.period, search.region, search.kind, search.state)
        filters.put(**{n: str(v) if v else None for n, v in zip(PARAMETERS, values, strict=True)})
        filters.put(
            vy=search.view if search.view != TO_REVIEW else None,
            enhet=to_address(*search.unit) if search.unit else None,
        )


def show_views(view: str, waiting: int) -> None:
    """The choice of view, bound to the address as `vy`; `waiting` = how many are to be reviewed."""
    labels = {
        TO_REVIEW: _("Behöver granskas ({n})").format(n=waiting),
        MATRIX: _("Vem har lämnat vad"),
        ALL: _("Alla i en lista"),
        MEASURES: _("Fullständighet och punktlighet"),
        RELEASES: _("Utgåvor"),
    }
    key = "granska_vy"
    st.session_state[key] = view
    st.segmented_control(
        _("Vy"),
        VIEWS,
        format_func=labels.__getitem__,
        required=True,
        key=key,
        on_change=_choose_view,
        label_visibility="collapsed",
    )


def _choose_view() -> None:
    view = st.session_state["granska_vy"]
    filters.put(vy=None if view == TO_REVIEW else view, tillstand=None)


def to_fields(
    search: Search, periods: Sequence[Quarter], regions: Mapping[str, str], default: Quarter
) -> list[Field]:
    """The filters, bound to the address. `default` is the period of views that show a single one;
    a region is asked for only where there is more than one."""
    one = search.view in (MATRIX, MEASURES)
    period = str(search.period or (default if one else "")) or None
    quarters = {str(quarter): period_name(str(quarter)) for quarter in reversed(periods)}
    titles = {code: kind.title for code, kind in kinds().items()}
    every = _("De fyra senaste") if search.view == ALL else _("Alla")
    show = partial(_show_select, every="" if one else every)
    fields = [Field(160, partial(show, "period", _("Period"), period, quarters))]
    if len(regions) > 1:
        region = partial(_show_select, "region", _("Polisregion"), search.region, regions)
        fields.append(Field(170, region))
    fields.append(Field(230, partial(_show_select, "slag", _("Slag"), search.kind, titles)))
    if search.view in (MATRIX, ALL):
        words = {code: label.capitalize() for code, label in state_labels().items()}
        state = partial(_show_select, "tillstand", _("Läge"), search.state, words)
        fields.append(Field(220, state))
    if search.told:
        fields.append(filters.to_clear(PARAMETERS, _("Rensa filter"), "granska_rensa"))
    return fields


def _show_select(
    name: str,
    label: str,
    value: str | None,
    options: Mapping[str, str],
    *,
    every: str | None = None,
    width: int,
) -> None:
    key = f"granska_{name}"
    st.session_state[key] = value
    st.selectbox(
        label,
        list(options),
        index=0 if every == "" else None,  # without "every" there is always one
        format_func=lambda code: options.get(code, code),
        placeholder=every or _("Alla"),
        key=key,
        on_change=_bound(name, key),
        width=width,
    )


def _bound(name: str, key: str) -> Callable[[], None]:
    """As `filters.bound`, for choices that change nothing but themselves."""
    return lambda: filters.put(**{name: st.session_state[key] or None})
