"""What is counted of young people in the area: rates, their uncertainty, what has changed."""

from collections.abc import Mapping, Sequence

import pandas as pd

from indicators.periods import period_name
from pages.area_trend_reads import Short, Shorts, fetch_shorts
from reports.content.asked import Asked
from reports.content.parts import see, to_table
from reports.document.blocks import Block, Paragraph, Table, to_line
from ui import area_trends, formats
from ui.area_trends import change_words
from ui.headings import as_text
from ui.map_figures import to_notes
from ui.release_words import protection_words
from ui.trend_points import reason_name
from words import _, plural

A_YEAR = 4  # quarters before the period, to compare with


def to_blocks(asked: Asked) -> list[Block]:
    """The newest figure of every indicator, beside that of a year before."""
    shorts = to_shorts(asked)
    if not shorts.shown:
        return [Paragraph(to_line(to_said(asked, shorts)))]
    table = to_newest(asked, shorts.shown)
    return [see(to_said(asked, shorts), table), table]


def to_shorts(asked: Asked) -> Shorts:
    """The indicators of the area that have a figure, or one that is protected."""
    shown = len(asked.periods) + A_YEAR
    of = (asked.area.code, asked.area.level, str(asked.last), shown)
    return fetch_shorts(*of, release=asked.release.number, viewer=asked.viewer)


def to_said(asked: Asked, shorts: Shorts) -> str:
    """How many have changed by more than chance, and which; what can't be compared, and what is
    protected (markdown)."""
    protected = area_trends.protected(shorts.protected)
    if not shorts.shown:
        return protected or to_nothing(asked)
    compared = [one for one in shorts.shown if one.chance is not None]
    said = [_to_changed(asked, compared)] if compared else []
    rest = len(shorts.shown) - len(compared)
    if rest:
        said.append(
            plural(
                "{n} indikator kan inte jämföras med ett år före.",
                "{n} indikatorer kan inte jämföras med ett år före.",
                rest,
            )
        )
    return " ".join([*said, protected]).strip()


def _to_changed(asked: Asked, compared: Sequence[Short]) -> str:
    changed = [one for one in compared if not one.chance]
    if not changed and len(compared) == 1:
        words = _(
            "Den enda indikator som kan jämföras i {place} har inte ändrats mer än slumpen kan ge."
        )
        return words.format(place=as_text(asked.place))
    if not changed:
        words = _("Ingen av {n} indikatorer i {place} har ändrats mer än slumpen kan ge på ett år.")
        return words.format(n=len(compared), place=as_text(asked.place))
    rows = [f"{as_text(formats.in_sentence(one.name))} ({_to_change(one)})" for one in changed]
    words = _(
        "**{n} av {of} indikatorer** i {place} har ändrats mer än slumpen kan ge på ett år: "
        "{which}."
    )
    told = {"n": len(changed), "of": len(compared), "place": as_text(asked.place)}
    return words.format(**told, which=", ".join(rows))


def _to_change(one: Short) -> str:
    before, now = formats.rate(one.before), formats.rate(float(str(one.newest["per_10_000"])))
    return _("{now} per 10 000, {before} ett år före").format(now=now, before=before)


def to_nothing(asked: Asked) -> str:
    """Why there is no figure."""
    if asked.area.level == "lan":
        return _(
            "Antal räknas per lokalpolisområde och polisregion. I ett län som delar ett "
            "lokalpolisområde med ett annat går de inte att räkna fram."
        )
    return _("Inga siffror om unga är publicerade för området i utgåvan.")


def to_newest(asked: Asked, shorts: tuple[Short, ...]) -> Table:
    """A row an indicator: rate with interval, quarter, a year before, the difference. What holds
    for every row is said once, below."""
    newest = [one.newest for one in shorts]
    notes = [to_notes(one) for one in newest]
    shared = [one for one in notes[0] if all(one in of for of in notes)]
    own = [", ".join(one for one in of if one not in shared) for of in notes]
    frame = pd.DataFrame(
        {
            _("Indikator"): [one.name for one in shorts],
            _("Antal"): [_to_count(one) for one in newest],
            _("Per 10 000"): [_to_float(one["per_10_000"]) for one in newest],
            _("95 %"): [_to_interval(one) for one in newest],
            _("Kvartal"): [period_name(str(one["period"])) for one in newest],
            _("Ett år före"): pd.Series([one.before for one in shorts], dtype="Float64"),
            _("Skillnad"): [change_words(one) for one in shorts],
            _("Att veta"): own,
        }
    )
    if not any(own):
        frame = frame.drop(columns=_("Att veta"))
    caption = _("Unga i organiserad brottslighet, senaste kvartal, {area}").format(area=asked.title)
    decimals = {_("Per 10 000"): 1, _("Ett år före"): 1}
    rule = protection_words(asked.release.base, asked.release.method)
    every = _("Alla siffrorna: {notes}.").format(notes=", ".join(shared)) if shared else ""
    unit = _("Per 10 000 unga. Intervallet rymmer slump och avrundning.")
    return to_table(asked, "unga", caption, frame, every, unit, rule, decimals=decimals)


def _to_float(value: object) -> float:
    return float(str(value))


def _to_interval(newest: Mapping[str, object]) -> str:
    low, high = (formats.rate(_to_float(newest[name])) for name in ("low", "high"))
    return f"{low}–{high}"


def _to_count(newest: Mapping[str, object]) -> object:
    value = newest["value"]
    if value is None or pd.isna(value):  # type: ignore[call-overload]
        return reason_name(str(newest["reason"])) or _("saknas")
    return int(float(str(value)))
