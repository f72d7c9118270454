"""The axis with the names of a chart's rows, on two lines where the chart is narrow."""

from typing import Any

from ui.chart_base import NARROW, altair

_WIDE = 250  # pixels for a name in a chart that is not narrow


def to_name_axis(width: int, letters: int) -> Any:
    """In a narrow chart names have `width` pixels; a name of more than `letters` is broken at the
    last space before that, if one leaves six letters or more before it."""
    alt = altair()
    # Vega centres the first line of two on its row: they begin above it instead, side by side
    is_long = f"length(datum.value) > {letters} && test(regexp('^.{{6,{letters}}} '), datum.value)"
    broken = f"split(replace(datum.label,regexp('^(.{{6,{letters}}}) '), '$1\\n'), '\\n')"
    on_two = f"{NARROW} && {is_long}"
    return alt.Axis(
        title=None,
        ticks=False,
        domain=False,
        labelPadding=6,
        labelLimit=alt.ExprRef(f"{NARROW} ? {width} : {_WIDE}"),
        labelExpr=f"{on_two} ? {broken} : datum.label",
        labelBaseline={"condition": {"test": on_two, "value": "bottom"}, "value": "middle"},
        labelLineHeight=11,
    )
