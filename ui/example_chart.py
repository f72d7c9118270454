"""Good examples by method and how sure it is that it works, in a picture."""

from functools import lru_cache
from typing import Any

import pandas as pd

from ui import chart_base
from ui.chart_base import Drawing, chart_of
from ui.palette import BLUES
from words import _

ROW, AROUND = 30, 150  # pixels: a bar, and title, legend and axis
_SHADES = (BLUES[4], BLUES[3], BLUES[2], "#d9d9d9")  # from proven to unknown


def to_counts(found: pd.DataFrame, grades: tuple[str, ...]) -> pd.DataFrame:
    """Examples by method and grade of evidence (names): method, grade, count, order, of (of all
    with the method)."""
    known = found.dropna(subset=["metod_name", "evidens_name"])
    counts = known.groupby(["metod_name", "evidens_name"], as_index=False).size()
    counts.columns = pd.Index(["method", "grade", "count"])
    counts["of"] = counts.groupby("method")["count"].transform("sum")
    counts["order"] = counts["grade"].map({name: at for at, name in enumerate(grades)})
    return counts


def to_drawing(found: pd.DataFrame, grades: tuple[str, ...]) -> Drawing | None:
    """Bars of methods, in shades of evidence; None when there is no example."""
    counts = to_counts(found, grades)
    if counts.empty:
        return None
    return Drawing(_to_spec(grades, counts["method"].nunique()), {"exempel": counts})


@lru_cache(maxsize=64)
def _to_spec(grades: tuple[str, ...], methods: int) -> dict[str, Any]:
    alt = chart_base.altair()
    at_y = alt.Y(
        "method:N",
        sort=alt.EncodingSortField("of", op="max", order="descending"),
        axis=alt.Axis(title=None, labelLimit=260, ticks=False, domain=False),
    )
    shades = [_SHADES[min(at, len(_SHADES) - 1)] for at, _name in enumerate(grades)]
    bars = (
        chart_of("exempel")
        .mark_bar(stroke="#ffffff")
        .encode(
            y=at_y,
            x=alt.X("count:Q", axis=alt.Axis(title=_("Antal exempel"), tickMinStep=1)),
            order="order:Q",
            color=alt.Color(
                "grade:N",
                scale=alt.Scale(domain=list(grades), range=shades),
                sort=list(grades),
                legend=alt.Legend(columns=2),
            ),
            tooltip=[
                alt.Tooltip("method:N", title=_("Metod")),
                alt.Tooltip("grade:N", title=_("Evidens")),
                alt.Tooltip("count:Q", title=_("Antal exempel")),
            ],
        )
    )
    return chart_base.to_spec(bars.properties(height=ROW * methods + AROUND))


def to_table(found: pd.DataFrame, grades: tuple[str, ...]) -> pd.DataFrame:
    """The same as the picture: a row a method, a column a grade."""
    counts = to_counts(found, grades)
    wide = counts.pivot_table(index=["method", "of"], columns="grade", values="count", fill_value=0)
    wide = wide.reindex(columns=list(grades), fill_value=0).astype("int64").reset_index()
    wide = wide.sort_values(["of", "method"], ascending=[False, True], ignore_index=True)
    return wide.rename(columns={"method": _("Metod"), "of": _("Exempel")}).rename_axis(columns=None)


def to_told(found: pd.DataFrame) -> str:
    """What the picture says."""
    known = found["evidens_name"].dropna()
    if known.empty:
        return _("Inget exempel att visa.")
    counts = known.value_counts()
    return _("{n} av {of} exempel har evidensgraden {grade}, som är den vanligaste.").format(
        n=int(counts.iloc[0]), of=len(known), grade=counts.index[0].lower()
    )
