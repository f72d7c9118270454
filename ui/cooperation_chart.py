"""Pictures of cooperation per kommun: which forms there are, and where the mappings stand."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import pandas as pd

from indicators.cooperation import MappingState
from ui import chart_base
from ui.chart_base import Drawing, chart_of
from ui.cooperation import state_name
from ui.headings import to_list
from ui.palette import BLUES, ORANGE
from words import _, plural

ROW, AROUND = 26, 150  # pixels: a bar, and title, legend and axis
_COLOURS = {
    MappingState.DONE: BLUES[4],
    MappingState.DUE: BLUES[2],
    MappingState.LATE: ORANGE,
    MappingState.UNKNOWN: "#d9d9d9",
}


def to_forms(found: pd.DataFrame) -> pd.DataFrame:
    """Form (name), what ('carries' the council or only 'exists') and in how many kommuner."""
    rows = [
        (form, form in carrying)
        for forms, carrying in zip(found["forms"], found["carrying"], strict=True)
        for form in forms
    ]
    told = pd.DataFrame(rows, columns=["form", "carries"])
    counts = told.groupby(["form", "carries"], as_index=False).size()
    counts["what"] = counts["carries"].map({True: _("bär rådet"), False: _("finns")})
    counts["order"] = (~counts["carries"].astype(bool)).astype("int64")
    counts["of"] = counts.groupby("form")["size"].transform("sum")
    return counts[["form", "what", "order", "size", "of"]]


def to_states(found: pd.DataFrame, lan: Mapping[str, str]) -> pd.DataFrame:
    """Län (name), state (in words), order and in how many kommuner."""
    counts = found.groupby(["lan", "state"], as_index=False).size()
    order = {str(state): place for place, state in enumerate(MappingState)}
    return counts.assign(
        lan=counts["lan"].map(lambda code: lan.get(code, code)),
        what=counts["state"].map(state_name),
        order=counts["state"].map(order),
    )[["lan", "what", "order", "size"]]


def to_forms_drawing(found: pd.DataFrame) -> Drawing | None:
    """Bars of forms by how many kommuner have them; None when none is reported."""
    counts = to_forms(found)
    if counts.empty:
        return None
    kinds = ((_("bär rådet"), BLUES[4]), (_("finns"), BLUES[1]))
    return Drawing(_to_bars("form", kinds, counts["form"].nunique()), {"rader": counts})


def to_states_drawing(found: pd.DataFrame, lan: Mapping[str, str]) -> Drawing:
    """Bars of län by where their kommuner's mappings stand."""
    counts = to_states(found, lan)
    kinds = tuple((state_name(state), colour) for state, colour in _COLOURS.items())
    return Drawing(_to_bars("lan", kinds, counts["lan"].nunique()), {"rader": counts})


@lru_cache(maxsize=64)
def _to_bars(field: str, kinds: tuple[tuple[str, str], ...], rows: int) -> dict[str, Any]:
    alt = chart_base.altair()
    of_forms = field == "form"
    sort = alt.EncodingSortField("of", op="max", order="descending") if of_forms else "ascending"
    names = [name for name, _colour in kinds]
    titles = {"form": _("Samverkansform"), "lan": _("Län")}
    bars = (
        chart_of("rader")
        .mark_bar(stroke="#ffffff")
        .encode(
            y=alt.Y(
                f"{field}:N",
                sort=sort,
                axis=alt.Axis(title=None, labelLimit=240, ticks=False, domain=False),
            ),
            x=alt.X("size:Q", axis=alt.Axis(title=_("Antal kommuner"), tickMinStep=1)),
            order="order:Q",
            color=alt.Color(
                "what:N",
                scale=alt.Scale(domain=names, range=[colour for _name, colour in kinds]),
                legend=alt.Legend(columns=2),
            ),
            tooltip=[
                alt.Tooltip(f"{field}:N", title=titles[field]),
                alt.Tooltip("what:N", title=_("Läge")),
                alt.Tooltip("size:Q", title=_("Antal kommuner")),
            ],
        )
    )
    return chart_base.to_spec(bars.properties(height=ROW * rows + AROUND))


def forms_told(found: pd.DataFrame) -> str:
    """What the picture of forms says."""
    counts = to_forms(found)
    carries = counts.loc[counts["what"] == _("bär rådet")].groupby("form")["size"].sum()
    form, n, alone = _to_most(counts.drop_duplicates("form").set_index("form")["of"])
    words = (
        _("{form} är vanligast och finns i {n}.")
        if alone
        else _("{form} är vanligast och finns i {n} var.")
    )
    said = words.format(form=form, n=n)
    if carries.empty:
        return said + " " + _("Ingen form uppges bära ett lokalt råd.")
    form, n, alone = _to_most(carries)
    words = (
        _("{form} bär rådet i {n}, oftare än någon annan.")
        if alone
        else _("{form} bär rådet oftast, i {n} var.")
    )
    return f"{said} {words.format(form=form, n=n)}"


def _to_most(counts: "pd.Series[int]") -> tuple[str, str, bool]:
    """The forms that most kommuner have, in how many, and whether it is one alone."""
    most = sorted(map(str, counts.index[counts == counts.max()]))
    n = plural("{n} kommun", "{n} kommuner", int(counts.max()))
    return to_list(most), n, len(most) == 1
