"""What small charts of one scale say together, and each by its newest figure."""

from collections.abc import Mapping, Sequence

from indicators.periods import period_name
from ui.headings import as_text
from ui.trend_choice import TrendChoice
from ui.trend_points import Line, to_part_year, value_name
from words import _


def spread(lines: Sequence[Line], choice: TrendChoice) -> str:
    """The highest and the lowest of the newest period that all have; says nothing of chance."""
    figures = [line.points.set_index("period")["value"].dropna() for line in lines]
    shared = sorted(set.intersection(*(set(one.index) for one in figures))) if figures else []
    if len(lines) < 2 or not shared:
        return ""
    values = sorted(
        (float(one[shared[-1]]), line.name) for one, line in zip(figures, lines, strict=True)
    )
    (least, low), (most, high) = values[0], values[-1]
    if value_name(least, choice) == value_name(most, choice):
        return _("{period} är alla lika ({value}).").format(
            period=period_name(shared[-1]), value=value_name(most, choice)
        )
    return _(
        "{period} är det högst för **{high}** ({most}) och lägst för **{low}** ({least})."
    ).format(
        period=period_name(shared[-1]),
        high=as_text(high),
        most=value_name(most, choice),
        low=as_text(low),
        least=value_name(least, choice),
    )


def grey_line() -> str:
    """What the line is that all small charts have."""
    return _("Den grå streckade linjen är Sverige.")


def newest(lines: Sequence[Line], choice: TrendChoice) -> str:
    """The newest figure of each of several lines."""
    said = []
    for line in lines:
        known = line.points[line.points["value"].notna()]
        if known.empty:
            said.append(_("- {name}: ingen siffra").format(name=as_text(line.name)))
            continue
        last = known.iloc[-1]
        said.append(
            _("- {name}: **{value}** {period}{marks}").format(
                name=as_text(line.name),
                value=value_name(last["value"], choice),
                period=period_name(last["period"]),
                marks=_to_short_marks(last, choice),
            )
        )
    return "\n".join(said)


def _to_short_marks(point: Mapping[str, object], choice: TrendChoice) -> str:
    part_year = to_part_year(point, choice)
    marks = [
        (point["preliminary"], _("preliminärt")),
        (part_year, part_year),
        (point["incomplete"] and not part_year, _("delvis rapporterat")),
        (point["rounded"], _("kan vara avrundat")),
    ]
    told = [words for holds, words in marks if holds]
    return f" ({', '.join(told)})" if told else ""
