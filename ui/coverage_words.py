"""What Täckning says: the answer on top, and what each picture and table shows."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import pandas as pd

from indicators.coverage import Count
from ui import coverage_gap_words, formats
from ui.coverage_choice import AREAS, KOMMUNER, PRIORITISED, YOUNG, measure_name
from ui.headings import as_text
from words import _, plural

Counts = Mapping[str, Count]


def counted(count: Count) -> str:
    """`48 av 69 (70 %)`; a word of it where there is nothing to count over."""
    if not count.counted_over:
        return _("inget att räkna på")
    return _("{n} av {of} ({share})").format(
        n=formats.number(count.covered),
        of=formats.number(count.counted_over),
        share=formats.share(count.share),
    )


def nothing_of(measure: str) -> str:
    """That there is nothing to count over, which is no share of 0 %."""
    return {
        PRIORITISED: _("inga prioriterade områden"),
        AREAS: _("inga områden"),
        KOMMUNER: _("inga kommuner"),
        YOUNG: _("inga unga"),
    }[measure]


def told(measure: str, count: Count) -> str:
    """`counted`, in the words of the measure when there is nothing."""
    return counted(count) if count.counted_over else nothing_of(measure)


def headline(
    now: Counts, then: Counts, gaps: pd.DataFrame, place: str, on: date, since: date
) -> str:
    """The answer of the page: how far, how it was, and where most young people live without."""
    if not now[AREAS].counted_over:
        return _("Inget område ligger i urvalet.")
    before = "" if since == on else _before(now, then, since)
    return " ".join(
        filter(None, [_reached(now, place, on), before, coverage_gap_words.without(gaps)])
    )


def _reached(now: Counts, place: str, on: date) -> str:
    first = now[PRIORITISED]
    if first.counted_over:
        told = plural(
            "**{{of}} prioriterat område ({{share}})** i {{place}} täcks av ett etablerat råd "
            "den {{day}}.",
            "**{{of}} prioriterade områden ({{share}})** i {{place}} täcks av ett etablerat råd "
            "den {{day}}.",
            first.counted_over,
        )
    else:
        first = now[AREAS]
        told = plural(
            "Inget område i {{place}} är bedömt som prioriterat den {{day}}. **{{of}} område "
            "({{share}})** täcks av ett etablerat råd.",
            "Inget område i {{place}} är bedömt som prioriterat den {{day}}. **{{of}} områden "
            "({{share}})** täcks av ett etablerat råd.",
            first.counted_over,
        )
    of = _("{n} av {of}").format(
        n=formats.number(first.covered), of=formats.number(first.counted_over)
    )
    return told.format(
        of=of, share=formats.share(first.share), place=as_text(place), day=formats.day(on)
    )


def _before(now: Counts, then: Counts, since: date) -> str:
    measure = PRIORITISED if now[PRIORITISED].counted_over else AREAS
    day = formats.day(since)
    if not then[measure].counted_over:
        return _("Den {day} fanns {nothing}.").format(day=day, nothing=nothing_of(measure))
    return _("Den {day} var det {counted}.").format(day=day, counted=counted(then[measure]))


def shares(now: Counts) -> str:
    """All shares in a sentence, for who can't see the chart."""
    parts = [f"{measure_name(name)}: {told(name, count)}" for name, count in now.items()]
    return _("Andel med etablerat råd. {parts}.").format(parts="; ".join(parts))


def partly(now: Counts) -> str:
    """What is covered in part, and so is not counted as covered; nothing when there is none."""
    areas, kommuner = now[AREAS].partly, now[KOMMUNER].partly
    parts = [plural("{n} område", "{n} områden", areas)] if areas else []
    if kommuner:
        parts.append(plural("{n} kommun", "{n} kommuner", kommuner))
    if not parts:
        return ""
    return _("{parts} täcks till en del och räknas inte som täckta.").format(
        parts=_(" och ").join(parts)
    )


def groups(rows: pd.DataFrame, measure: str, per: str) -> str:
    """Which groups lie lowest and highest; `rows` have name, share and told, lowest first."""
    known = rows[rows["share"].notna()]
    if known.empty:
        return _("{measure}: inget att räkna på i någon grupp.").format(
            measure=measure_name(measure)
        )
    low, high = known.iloc[0], known.iloc[-1]
    if len(rows) == 1:
        return f"{measure_name(measure)}: {as_text(low['name'])}, {low['told']}."
    if low["share"] == high["share"]:
        said = _("{measure} per {per}: alla har {share}.").format(
            measure=measure_name(measure), per=per, share=formats.share(low["share"])
        )
    else:
        told = _("{measure} per {per}: lägst {low}, högst {high}.")
        said = told.format(
            measure=measure_name(measure),
            per=per,
            low=_end(known[known["share"] == low["share"]]),
            high=_end(known[known["share"] == high["share"]]),
        )
    return " ".join([said, *_left_out(rows, measure)])


def _end(rows: pd.DataFrame) -> str:
    """The one group that lies lowest or highest, or how many do."""
    first = rows.iloc[0]
    if len(rows) == 1:
        return f"**{as_text(first['name'])}**, {first['told']}"
    return _("**{n} stycken** med {share}").format(n=len(rows), share=formats.share(first["share"]))


def _left_out(rows: pd.DataFrame, measure: str) -> Iterator[str]:
    names = [as_text(name) for name in rows.loc[rows["share"].isna(), "name"]]
    if names:
        yield _("{names}: {nothing}.").format(names=", ".join(names), nothing=nothing_of(measure))


def course(course: pd.DataFrame, measure: str) -> str:
    """What became of one share over time: the first and the last that is known."""
    own = course[(course["measure"] == measure) & course["share"].notna()]
    if own.empty:
        return _("{measure}: {nothing}.").format(
            measure=measure_name(measure), nothing=nothing_of(measure)
        )
    ends = [own.iloc[0], own.iloc[-1]]
    shown = [_on(one) for one in ends] if len(own) > 1 else [_on(ends[0])]
    return _("{measure}: {shown}.").format(measure=measure_name(measure), shown=" → ".join(shown))


def _on(row: "pd.Series[object]") -> str:
    count = Count(int(str(row["covered"])), int(str(row["counted_over"])))
    return f"{formats.short_day(row['day'])} {counted(count)}"  # type: ignore[arg-type]


def cut(days: Sequence[date]) -> str:
    """That lines of areas are cut at a new division; nothing when none is."""
    if not days:
        return ""
    shown = ", ".join(formats.short_day(day) for day in days)
    return _(
        "Linjerna över områden går inte ihop över en ny indelning (första kvartalet i den nya "
        "slutar {days})."
    ).format(days=shown)


def definition(measure: str) -> str:
    """How a share is counted."""
    return {
        PRIORITISED: _(
            "Lokalpolisområden som är bedömda som prioriterade och helt täcks av etablerade lokala "
            "råd, delat med alla som är bedömda som prioriterade."
        ),
        AREAS: _(
            "Lokalpolisområden som helt täcks av etablerade lokala råd, delat med alla "
            "lokalpolisområden, också dem där ett råd inte är aktuellt."
        ),
        KOMMUNER: _(
            "Kommuner som helt täcks av etablerade lokala råd, delat med alla kommuner. En kommun "
            "som flera grupper delar räknas i varje, med sin del där."
        ),
        YOUNG: _(
            "Unga 12–20 år som bor där ett etablerat lokalt råd finns, delat med alla unga "
            "12–20 år."
        ),
    }[measure]


def crossing() -> str:
    """Said where the choice cuts through areas."""
    return _(
        "Polisområden och län korsar varandra: av ett område räknas den "
        "del som ligger i urvalet och i gruppen."
    )
