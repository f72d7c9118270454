"""Areas against the whole: a funnel of what chance lets differ, and who is outside it."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import pandas as pd

from indicators.protection.rates import PER
from indicators.signals.funnel import INNER, OUTER, to_lines
from ui import chart_base, formats
from ui.chart_base import INK, QUIET, Drawing, chart_of
from words import _, language

HEIGHT = 420
_COLOURS = {
    "over": "#b34700",
    "nara-over": "#e8a266",
    "inom": "#9aa5ae",
    "nara-under": "#6baed6",
    "under": "#08519c",
}
_SHAPES = {
    "over": "triangle-up",
    "nara-over": "triangle-up",
    "inom": "circle",
    "nara-under": "triangle-down",
    "under": "triangle-down",
}


def place_name(place: object) -> str:
    """An area's place in the funnel in words; says nothing of good or bad."""
    return {
        "over": _("över, mer än slumpen"),
        "nara-over": _("över, svagt tecken"),
        "inom": _("inom det som slumpen ger"),
        "nara-under": _("under, svagt tecken"),
        "under": _("under, mer än slumpen"),
    }.get(str(place), "")


def to_chart(
    areas: pd.DataFrame,
    names: Mapping[str, str],
    rate: float,
    dispersion: float,
    selected: str | None = None,
) -> Drawing:
    """The funnel of `indicators.signals.funnel.to_places`, the `chosen` of them (bool) in colour;
    `names` are code → name. Those outside, and the `selected`, have their names."""
    points = _to_points(areas, names, selected)
    places = tuple(place for place in _COLOURS if (points["place"] == place).any())
    data = {
        "areas": points,
        "limits": _to_limits(points, rate, dispersion),
        "whole": pd.DataFrame({"rate": [rate * PER]}),
    }
    return Drawing(_to_spec(places, language=language()), data)


@lru_cache(maxsize=64)
def _to_spec(places: tuple[str, ...], *, language: str) -> dict[str, Any]:  # noqa: ARG001
    """The chart for areas in those places."""
    alt = chart_base.altair()
    whole = chart_of("whole").mark_rule(color=INK, strokeWidth=1.2)
    layers = [_limits(alt), whole.encode(y=_y(alt)), *_areas(alt, places)]
    return chart_base.to_spec(alt.layer(*layers).properties(height=HEIGHT))


def _to_points(areas: pd.DataFrame, names: Mapping[str, str], selected: str | None) -> pd.DataFrame:
    known = areas[areas["place"].notna()]
    rates = known["value"].astype("float64") / known["persons"].astype("float64") * PER
    return pd.DataFrame(
        {
            "name": known["code"].map(names),
            "persons": known["persons"].astype("float64"),
            "rate": rates,
            "place": known["place"].astype("str"),
            "told": known["place"].map(place_name),
            "rate_told": rates.map(formats.rate),
            "least": (known["value"] - known["below"]).astype("float64").clip(lower=0)
            / known["persons"].astype("float64")
            * PER,
            "most": (known["value"] + known["above"]).astype("float64")
            / known["persons"].astype("float64")
            * PER,
            "chosen": known["chosen"],
            "named": (known["place"].isin(["over", "under"]) & known["chosen"])
            | (known["code"] == selected),
        }
    )


def _to_limits(points: pd.DataFrame, rate: float, dispersion: float) -> pd.DataFrame:
    lines = to_lines(points["persons"].to_numpy(), rate, dispersion)
    rows = [
        lines.assign(rate=lines[side] * PER, line=lines["share"].astype("str") + side)
        for side in ("low", "high")
    ]
    kind = dict(zip((True, False), _limit_names(), strict=True))
    return pd.concat(rows, ignore_index=True).assign(
        kind=lambda frame: (frame["share"] == INNER).map(kind)
    )


def _limit_names() -> list[str]:
    """The inner limit and the outer one, as the legend has them."""
    return [formats.fine_share(INNER), formats.fine_share(OUTER)]


def _limits(alt: Any) -> Any:
    dash = alt.StrokeDash(
        "kind:N",
        scale=alt.Scale(domain=_limit_names(), range=[[3, 3], [1, 0]]),
        legend=alt.Legend(title=None, symbolStrokeColor=QUIET),
    )
    drawn = chart_of("limits").mark_line(color=QUIET, strokeWidth=1.3)
    return drawn.encode(x=_x(alt), y=_y(alt), detail="line:N", strokeDash=dash)


def _areas(alt: Any, places: Sequence[str]) -> list[Any]:
    told = [place_name(place) for place in places]
    points = chart_of("areas")
    at = {"x": _x(alt), "y": _y(alt)}
    return [
        points.mark_rule(color="#b9c2ca", strokeWidth=1).encode(
            x=_x(alt),
            y=alt.Y("least:Q"),
            y2="most:Q",
            opacity=alt.condition("datum.chosen", alt.value(1), alt.value(0.35)),
        ),
        points.mark_point(size=70, filled=True).encode(
            **at,
            opacity=alt.condition("datum.chosen", alt.value(0.95), alt.value(0.25)),
            color=alt.Color(
                "told:N",
                scale=alt.Scale(domain=told, range=[_COLOURS[place] for place in places]),
            ),
            shape=alt.Shape(
                "told:N",
                scale=alt.Scale(domain=told, range=[_SHAPES[place] for place in places]),
            ),
            tooltip=[
                alt.Tooltip("name:N", title=_("Område")),
                alt.Tooltip("rate_told:N", title=_("Per 10 000 unga")),
                alt.Tooltip("persons:Q", title=_("Unga"), format=",.0f"),
                alt.Tooltip("told:N", title=_("Mot snittet")),
            ],
        ),
        points.transform_filter("datum.named")
        .mark_text(align="left", dx=8, fontSize=12, color=INK)
        .encode(**at, text="name:N"),
    ]


def _x(alt: Any) -> Any:
    return alt.X(
        "persons:Q",
        title=_("Unga som bor i området"),
        scale=alt.Scale(zero=False, nice=True),
        axis=alt.Axis(format=",.0f", tickCount=6),
    )


def _y(alt: Any) -> Any:
    return alt.Y("rate:Q", title=_("Per 10 000 unga"), axis=alt.Axis(format=",~f"))
