"""A table of coloured cells: what each says stands in it, so that colour is never alone."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import pandas as pd

from ui import chart_base
from ui.chart_base import INK, NARROW, Drawing, chart_of
from ui.name_axis import to_name_axis
from words import language

ROW, AROUND = 24, 150  # pixels of a row, and of what stands around them
HIGH = 34  # pixels of a row in which a name has room for three lines
_SHORT = f"{NARROW} && length(datum.label) > 5 ? slice(datum.label, 0, 4) + '.' : datum.label"
# What begins with a sign, as `↗ på väg`, is told by the sign alone where there is little room
_SIGNED = "test(/^[^A-Z\\u00c0-\\u024fa-z0-9]\\s/,datum.told)"
COLUMNS = ("row", "column", "kind", "told", "about")


class Heat(NamedTuple):
    """The names of rows and columns in order, and the kinds of cells: name → (colour, ink)."""

    rows: Sequence[str]
    columns: Sequence[str]
    kinds: Mapping[str, tuple[str, str]]


def to_heat(heat: Heat, cells: pd.DataFrame, row: int = ROW) -> Drawing:
    """A cell each: row, column, kind, told (in the cell), about (when pointed at). `row` is a
    row's height in pixels."""
    kinds = tuple((name, *colours) for name, colours in heat.kinds.items())
    inks = {name: ink for name, _colour, ink in kinds}
    plain = _to_spec(kinds, 3 if row >= HIGH else 2, language=language())
    high = AROUND + row * len(heat.rows)
    spec = chart_base.with_names(plain, high, x=heat.columns, y=heat.rows)
    drawn = cells[list(COLUMNS)].assign(ink=cells["kind"].map(inks).fillna(INK))
    return Drawing(spec, {"cells": drawn})


@lru_cache(maxsize=32)
def _to_spec(
    kinds: tuple[tuple[str, str, str], ...],
    lines: int,
    *,
    language: str,  # noqa: ARG001
) -> dict[str, Any]:
    alt = chart_base.altair()
    base = chart_of("cells").encode(
        x=alt.X(
            "column:N",
            title=None,
            axis=alt.Axis(orient="top", labelAngle=0, labelExpr=_SHORT, ticks=False, domain=False),
        ),
        y=alt.Y("row:N", axis=to_name_axis(90, 14, lines=lines)),
        tooltip=[alt.Tooltip("about:N", title=None)],
    )
    scale = alt.Scale(domain=[one[0] for one in kinds], range=[one[1] for one in kinds])
    legend = alt.Legend(orient="bottom", columns=2, symbolType="square", labelFontSize=12)
    rects = base.mark_rect(stroke="#ffffff", strokeWidth=2).encode(
        color=alt.Color("kind:N", scale=scale, legend=legend)
    )
    sign_alone = alt.value(alt.ExprRef("slice(datum.told, 0, 1)"))
    size = f"{NARROW} ? ({_SIGNED} ? 14 : 9) : 12"
    texts = base.mark_text(fontSize=alt.ExprRef(size)).encode(
        text=alt.condition(f"{NARROW} && {_SIGNED}", sign_alone, "told:N"),
        color=alt.Color("ink:N", scale=None, legend=None),
    )
    layers = alt.layer(rects, texts).resolve_scale(color="independent")
    return chart_base.to_spec(layers)
