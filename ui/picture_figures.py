"""The figures that can stand in a lägesbild: what each is called, how it is counted, its value."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

import pandas as pd

from indicators.area_counts import AreaCounts
from indicators.periods import period_name
from reporting.picture_text import FIGURE, Marker
from ui import formats, overview_words
from ui.trend_choice import TrendChoice
from ui.trend_points import reason_name, to_words, value_name
from words import _, kept_by_language, plural

COUNT, SHARE, RATE = "antal", "andel", "per-10000"  # how two values of a figure are told apart
MISSING, NOT_APPLICABLE = "saknas", "ej-tillampligt"
INDICATOR = "indikator-"  # before the code of a counted indicator
YOUNG = ("tackning-unga", "unga-utan-rad")
_NOTHING = {"note": "", "period": ""}
Part = dict[str, Any]


class Named(NamedTuple):
    """A figure's title and definition."""

    title: str
    definition: str


@kept_by_language
def figures() -> dict[str, Named]:
    """Name in a marker → figure, of those that are counted of councils."""
    return {
        "etablerade": Named(
            _("Områden med etablerat råd"),
            _(
                "Lokalpolisområden som helt täcks av etablerade lokala råd, av alla i området. "
                "Inte alla behöver ett."
            ),
        ),
        "tackning-prioriterade": Named(
            _("Prioriterade med etablerat råd"),
            _(
                "Av de lokalpolisområden som har bedömts som prioriterade: de som helt täcks av "
                "ett etablerat råd."
            ),
        ),
        "tackning-kommuner": Named(
            _("Kommuner med etablerat råd"),
            _("Av kommunerna i området: de som helt täcks av ett etablerat lokalt råd."),
        ),
        "tackning-unga": Named(
            _("Unga 12–20 år där råd finns"),
            _("Andel av invånarna 12–20 år som bor där ett etablerat lokalt råd finns."),
        ),
        "unga-utan-rad": Named(
            _("Unga 12–20 år utan råd"),
            _("Antal invånare 12–20 år som bor där inget etablerat lokalt råd finns."),
        ),
    }


def to_council_part(name: str, counts: AreaCounts, on: date, basis: str, source: str) -> Part:
    """A figure of councils as it is told; `basis` is what the number of young rests on."""
    told = figures()[name]
    number, value, unit = _to_value(name, counts)
    gap = "" if value else _to_gap(name, counts)
    return {
        "marker": str(Marker(FIGURE, name)),
        "kind": FIGURE,
        "title": told.title,
        "value": value or gap_name(gap, name),
        "short": value or gap_name(gap, name),
        "number": number,
        "unit": unit,
        "gap": gap,
        "note": _to_note(name, counts, basis),
        "definition": told.definition,
        "source": source,
        "day": on.isoformat(),
        "period": "",
        "release": None,
    }


def to_rate_part(
    code: str, name: str, definition: str, points: pd.DataFrame, on: date, release: int, source: str
) -> Part:
    """The newest rate of a counted indicator; `points` are those of its line (`trend_points`)."""
    part = {
        "marker": str(Marker(FIGURE, INDICATOR + code)),
        "kind": FIGURE,
        "title": _("{name}, per 10 000 unga").format(name=name),
        "unit": RATE,
        "definition": definition,
        "source": source,
        "day": on.isoformat(),
        "release": release,
    }
    known = points[points["value"].notna()]
    if known.empty:
        gap = str(points["reason"].iloc[-1]) if len(points) else MISSING
        gap = gap if reason_name(gap) else MISSING
        told = gap_name(gap, "")
        return part | {"value": told, "short": told, "number": None, "gap": gap} | _NOTHING
    row = known.iloc[-1].to_dict()
    choice = TrendChoice(code)
    return part | {
        "value": _("{value} per 10 000 unga").format(value=value_name(row["value"], choice)),
        "short": value_name(row["value"], choice),
        "number": round(float(row["value"]), 6),
        "gap": "",
        "note": _to_rate_note(row, points.iloc[-1].to_dict(), choice),
        "period": str(row["period"]),
    }


def gap_name(gap: str, name: str) -> str:
    """Why there is no figure, in words."""
    if gap == NOT_APPLICABLE and name == "tackning-prioriterade":
        return _("inga prioriterade områden")
    return reason_name(gap) or _("uppgift saknas")


def to_difference(then: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """How a figure has changed, with its sign; words where it can't be told."""
    old, new = then["number"], now["number"]
    if old is None or new is None or then["unit"] != now["unit"]:
        return _("kan inte jämföras")
    if then["value"] == now["value"]:
        return _("oförändrat")
    if now["unit"] == SHARE:
        return formats.points_change(new, old) or _("mindre än en procentenhet")
    if now["unit"] == RATE:
        told = formats.rate(abs(new - old))
        return f"{'+' if new > old else '−'}{told}"
    return formats.change(new - old) or _("annat underlag")


def _to_value(name: str, counts: AreaCounts) -> tuple[float | None, str, str]:
    """(number, as it is told, unit); no words when there is nothing to count."""
    if name == "etablerade":
        known = counts.areas > counts.unknown
        told = _of(counts.established, counts.areas)
        return (counts.established, told, COUNT) if known else (None, "", COUNT)
    if name in ("tackning-prioriterade", "tackning-kommuner"):
        prioritised = name == "tackning-prioriterade"
        covered = counts.prioritised_covered if prioritised else counts.kommuner_covered
        whole = counts.prioritised if prioritised else counts.kommuner
        if not whole or counts.areas == counts.unknown:
            return None, "", SHARE
        share = covered / whole
        told = _("{of} ({share})").format(of=_of(covered, whole), share=formats.share(share))
        return share, told, SHARE
    if not counts.young or counts.areas == counts.unknown:
        return None, "", SHARE if name == "tackning-unga" else COUNT
    if name == "tackning-unga":
        share = counts.young_covered / counts.young
        return share, formats.share(share), SHARE
    without = round(counts.young - counts.young_covered)
    return without, formats.number(without), COUNT


def _of(part: float, whole: float) -> str:
    return _("{n} av {of}").format(n=formats.number(part), of=formats.number(whole))


def _to_gap(name: str, counts: AreaCounts) -> str:
    nothing = name == "tackning-prioriterade" and not counts.prioritised
    return NOT_APPLICABLE if nothing else MISSING


def _to_note(name: str, counts: AreaCounts, basis: str) -> str:
    said = [basis] if name in YOUNG and basis else []
    if name == "etablerade" and counts.partly:
        said.append(overview_words.partly(counts.partly))
    if counts.unknown and counts.unknown < counts.areas:
        said.append(
            plural(
                "Uppgift saknas för {n} område.", "Uppgift saknas för {n} områden.", counts.unknown
            )
        )
    return " ".join(said)


def _to_rate_note(row: dict[str, Any], last: dict[str, Any], choice: TrendChoice) -> str:
    told = _("{period}: {words}.").format(
        period=period_name(str(row["period"])), words=to_words(row, choice)
    )
    if last["period"] == row["period"]:
        return told
    newer = _("{period}: {why}.").format(
        period=period_name(str(last["period"])), why=reason_name(str(last["reason"]))
    )
    return f"{told} {newer}"
