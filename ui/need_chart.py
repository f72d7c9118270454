"""What was used beside what was needed: a bar and a mark."""

from functools import lru_cache
from typing import Any

import pandas as pd

from ui import chart_base
from ui.bars import AROUND, ROW, Parts
from ui.chart_base import INK, LIGHT, QUIET, Drawing, chart_of
from ui.name_axis import to_name_axis
from words import _, language


def to_chart(rows: pd.DataFrame, title: str) -> Drawing:
    """A bar each of used, a mark at need, and told in words; `title` says what the axis counts."""
    most = float(rows[["used", "need"]].max().max())
    parts = {_("använt"): LIGHT, _("behov"): INK}
    plain = _to_spec(title, tuple(parts.items()), language=language())
    spec = chart_base.with_names(plain, AROUND + 20 + ROW * len(rows), y=list(rows["name"]))
    drawn = rows.assign(bar=_("använt"), mark=_("behov"), end=rows[["used", "need"]].max(axis=1))
    return Drawing(spec, {"rows": drawn}, {"top": (most if most > 0 else 1.0) * 1.8})


@lru_cache(maxsize=8)
def _to_spec(title: str, parts: Parts, *, language: str) -> dict[str, Any]:  # noqa: ARG001
    alt = chart_base.altair()
    y = alt.Y("name:N", axis=to_name_axis(120, 18))
    scale = alt.Scale(domainMin=0, domainMax=alt.ExprRef("top"), nice=False)
    x = alt.X("used:Q", title=title, scale=scale, axis=alt.Axis(tickCount=4, format=",~f"))
    said, colours = zip(*parts, strict=True)
    colour = alt.Scale(domain=list(said), range=list(colours))
    known = chart_of("rows").transform_filter("isValid(datum.used)")
    unknown = chart_of("rows").transform_filter("!isValid(datum.used)")
    words = {"align": "left", "dx": 8, "fontSize": 12}
    layers = [
        known.mark_bar(height=16).encode(x=x, y=y, color=alt.Color("bar:N", scale=colour)),
        known.mark_tick(thickness=3, size=20).encode(
            x=alt.X("need:Q"), y=y, color=alt.Color("mark:N", scale=colour)
        ),
        known.mark_text(color=INK, **words).encode(x=alt.X("end:Q"), y=y, text="told:N"),
        unknown.mark_text(color=QUIET, fontStyle="italic", **words).encode(
            x=alt.value(0), y=y, text="told:N"
        ),
    ]
    return chart_base.to_spec(alt.layer(*layers))
