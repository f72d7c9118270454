"""The axis with the names of a chart's rows, on two or three lines where the chart is narrow."""

from typing import Any

from ui.chart_base import NARROW, altair

_WIDE = 250  # pixels for a name in a chart that is not narrow
_LINE = 11  # pixels of a line


def to_name_axis(width: int, letters: int, *, lines: int = 2) -> Any:
    """In a narrow chart names have `width` pixels; a name of more than `letters` is broken at the
    last space before that, if one leaves six letters or more before it, and where there is room for
    three `lines` once more."""
    alt = altair()
    # Vega centres the first line on its row: of two, one is made to stand above it and one below
    on_two = _to_test(1, letters)
    on_three = _to_test(2, letters) if lines > 2 else "false"
    return alt.Axis(
        title=None,
        ticks=False,
        domain=False,
        labelPadding=6,
        labelLimit=alt.ExprRef(f"{NARROW} ? {width} : {_WIDE}"),
        labelExpr=(
            f"{on_three} ? {_to_broken(2, letters)} : "
            f"{on_two} ? {_to_broken(1, letters)} : datum.label"
        ),
        labelBaseline={
            "condition": {"test": f"{on_two} && !({on_three})", "value": "bottom"},
            "value": "middle",
        },
        labelOffset={"condition": {"test": on_three, "value": -_LINE}, "value": 0},
        labelLineHeight=_LINE,
    )


def _to_pattern(breaks: int, letters: int) -> str:
    return "^" + f"(.{{6,{letters}}}) " * breaks


def _to_test(breaks: int, letters: int) -> str:
    """Whether a narrow chart's name is so long that it is broken so often: what would stand on the
    last line without is longer than `letters`."""
    before = f"(.{{6,{letters}}}) " * (breaks - 1)
    is_long = f"test(regexp('^{before}.{{{letters + 1},}}'), datum.value)"
    return f"{NARROW} && {is_long} && test(regexp('{_to_pattern(breaks, letters)}'), datum.value)"


def _to_broken(breaks: int, letters: int) -> str:
    pattern = _to_pattern(breaks, letters)
    found = "".join(f"${n}\\n" for n in range(1, breaks + 1))
    return f"split(replace(datum.label,regexp('{pattern}'),'{found}'),'\\n')"
