"""How much of what is owed has come and how much of it in time, as a picture, words and tables."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from indicators.periods import period_name
from reporting.kinds import kinds
from ui import formats
from ui.palette import BLUES
from ui.report_words import kind_title
from ui.sheet import Beside
from ui.tall_tables import to_height
from words import _

_HEIGHT, _TOP, _BARS, _STEP, _WIDE = 190, 20, 120, 43, 30  # pixels: as wide as a phone


_IN_TIME, _LATE, _FRAME, _INK = BLUES[4], BLUES[2], "#4b5a67", "#1b2733"


def to_picture(by_period: pd.DataFrame) -> str:
    """A bar for each period as SVG: what came in time, what came late, and what has not come.
    Where nothing was due there is no bar, and a dash. `by_period`: counts with their period."""
    parts = [
        _draw_bar(row, 8 + place * _STEP) for place, row in enumerate(by_period.to_dict("records"))
    ]
    width = 16 + _STEP * max(len(by_period), 5)
    parts.append(_draw_legend())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {_HEIGHT}" '
        f'width="{width}" height="{_HEIGHT}" font-family="sans-serif" font-size="11" '
        f'fill="{_INK}">{"".join(parts)}</svg>'
    )


def _draw_bar(row: Mapping[str, object], left: int) -> str:
    middle, bottom = left + _WIDE / 2, _TOP + _BARS
    name = (
        f'<text x="{middle}" y="{bottom + 17}" text-anchor="middle" '
        f'font-size="10">{_to_label(row)}</text>'
        f'<text x="{middle}" y="{_TOP - 6}" text-anchor="middle">{_share(row["complete"])}</text>'
    )
    if not row["owed"]:
        return name
    came, in_time = (int(row[key]) / int(row["owed"]) * _BARS for key in ("came", "on_time"))  # type: ignore[call-overload]
    return name + "".join(
        f'<rect x="{left}" y="{bottom - height:.1f}" width="{_WIDE}" height="{height:.1f}" '
        f'fill="{colour}" stroke="{_FRAME}" stroke-width="0.8"/>'
        for height, colour in ((_BARS, "#ffffff"), (came, _LATE), (in_time, _IN_TIME))
    )


def _to_label(row: Mapping[str, object]) -> str:
    """The period, so narrow that it stands below its bar."""
    return period_name(str(row["period"])).replace(" ", "")


def _draw_legend() -> str:
    labels = ((_IN_TIME, _("i tid")), (_LATE, _("kom senare")), ("#ffffff", _("har inte kommit")))
    return "".join(
        f'<rect x="{8 + place * 110}" y="{_HEIGHT - 22}" width="13" height="13" fill="{colour}" '
        f'stroke="{_FRAME}" stroke-width="0.8"/>'
        f'<text x="{26 + place * 110}" y="{_HEIGHT - 11}">{label}</text>'
        for place, (colour, label) in enumerate(labels)
    )


def _share(value: object) -> str:
    return formats.share(value)  # type: ignore[arg-type]


def to_sentence(row: Mapping[str, object]) -> str:
    """`2026 K3: 79 % har kommit (150 av 190), 75 % i tid (142 av 190).`"""
    period = period_name(str(row["period"]))
    if not row["owed"]:
        return _("{period}: inget skulle ha kommit än.").format(period=period)
    return _(
        "{period}: {complete} har kommit ({came} av {owed}), {punctual} i tid ({on_time} av "
        "{owed})."
    ).format(
        period=period,
        complete=_share(row["complete"]),
        punctual=_share(row["punctual"]),
        **{key: formats.number(row[key]) for key in ("came", "owed", "on_time")},  # type: ignore[arg-type]
    )


def to_table(counts: pd.DataFrame, by: str, names: Mapping[str, str]) -> pd.DataFrame:
    """A row for each of `names` (code → name) in the column `by`, a column for each period, and
    both shares in a cell: `96 % / 90 %`. A dash where nothing was due."""
    cells = {(row[by], row["period"]): row for row in counts.to_dict("records")}
    there = [code for code in names if code in set(counts[by])]
    head = _("Polisregion") if by == "region" else _("Slag")
    table: dict[str, list[str]] = {head: [names[code] for code in there]}
    for period in sorted(set(counts["period"]), reverse=True):
        table[period_name(period)] = [_to_cell(cells.get((code, period))) for code in there]
    return pd.DataFrame(table)


def _to_cell(row: Mapping[str, object] | None) -> str:
    if row is None or not row["owed"]:
        return formats.NONE
    return f"{_share(row['complete'])} / {_share(row['punctual'])}"


def show(
    by_period: pd.DataFrame,
    by_region: pd.DataFrame,
    by_kind: pd.DataFrame,
    regions: Mapping[str, str],
) -> None:
    """The picture, the same in words, and a table each by region and by kind, over time."""
    sentences = [to_sentence(row) for row in by_period.to_dict("records")]
    st.header(_("Fullständighet och punktlighet"), anchor=False)
    st.caption(
        _(
            "Fullständighet är andelen av det som skulle ha kommit som har kommit. Punktlighet är "
            "andelen vars första version kom i tid. Det som inte har förfallit än räknas inte."
        )
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="large"):
        st.image(to_picture(by_period), alt=" ".join(sentences), width=360)
        st.markdown("  \n".join(reversed(sentences)), width=460)
    st.caption(_("I varje ruta: fullständighet / punktlighet."))
    titles = {code: kind.title for code, kind in kinds().items()}
    for counts, by, names in ((by_region, "region", regions), (by_kind, "kind", titles)):
        table = to_table(counts, by, names)
        st.dataframe(
            table,
            hide_index=True,
            column_config={table.columns[0]: st.column_config.TextColumn(width=170)},
            height=to_height(max(len(table), 1)),
            alt=_("Fullständighet / punktlighet per {what} och period").format(
                what=str(table.columns[0]).lower()
            ),
        )


def to_csv_table(counts: pd.DataFrame, regions: Mapping[str, str]) -> pd.DataFrame:
    """Every count and share by region, kind and period; an empty share is one that is not 0."""
    return pd.DataFrame(
        {
            _("Polisregion"): [regions.get(code, code) for code in counts["region"]],
            _("Slag"): [kind_title(kind) for kind in counts["kind"]],
            _("Period"): counts["period"].to_list(),
            _("Skulle ha kommit"): counts["owed"].to_list(),
            _("Har kommit"): counts["came"].to_list(),
            _("I tid"): counts["on_time"].to_list(),
            _("Fullständighet, procent"): _percents(counts["complete"]),
            _("Punktlighet, procent"): _percents(counts["punctual"]),
        }
    )


def to_beside(table: pd.DataFrame) -> Beside:
    """What files tell of `to_csv_table` beside it."""
    gaps = pd.DataFrame(
        _("inget att räkna på"), index=table.index, columns=table.columns, dtype=object
    )
    meanings = {
        _("Slag"): _("Slaget av rapport."),
        _("Period"): _("Perioden som rapporten gäller."),
        _("Skulle ha kommit"): _("Rapporter vars sista dag har gått."),
        _("Har kommit"): _("De av dem som är inlämnade eller godkända."),
        _("I tid"): _("De av dem vars första version kom senast sista dagen."),
        table.columns[6]: _("Andelen som har kommit, av dem som skulle ha kommit."),
        table.columns[7]: _("Andelen som kom i tid, av dem som skulle ha kommit."),
    }
    return Beside(gaps, tuple(table.columns[6:8]), columns=meanings)


def _percents(shares: Sequence[float] | pd.Series) -> list[float | None]:
    return [None if pd.isna(share) else round(float(share) * 100, 1) for share in shares]
