"""Cooperation per kommun, and the kommuner's mappings, in words and a table."""

import pandas as pd

from indicators.cooperation import MappingState
from ui import formats
from ui.headings import as_text
from words import _, plural


def state_name(state: str) -> str:
    """Where a kommun's mapping stands, in words."""
    return {
        MappingState.DONE: _("gjord"),
        MappingState.DUE: _("ska göras inom ett halvår"),
        MappingState.LATE: _("försenad"),
        MappingState.UNKNOWN: _("uppgift saknas"),
    }[MappingState(state)]


def to_told(found: pd.DataFrame) -> str:
    """Where the mappings stand, and in how many kommuner two forms may do the same work."""
    counts = found["state"].value_counts()
    late, unknown = (
        int(counts.get(str(one), 0)) for one in (MappingState.LATE, MappingState.UNKNOWN)
    )
    in_time = len(found) - late - unknown
    said = [
        _("**{n} av {of}** kommuner har en kartläggning som gäller, {late} och {unknown}.").format(
            n=formats.number(in_time),
            of=formats.number(len(found)),
            late=plural("{n} är försenad", "{n} är försenade", late),
            unknown=plural("{n} saknar uppgift", "{n} saknar uppgift", unknown),
        )
    ]
    twice = int(sum(bool(one) for one in found["overlapping"]))
    if twice:
        said.append(
            plural(
                "I {n} kommun finns flera former med samma uppgift.",
                "I {n} kommuner finns flera former med samma uppgift.",
                twice,
            )
        )
    if not found["reported"].all():
        missing = int((~found["reported"]).sum())
        said.append(
            plural(
                "För {n} kommun är ingen samverkansform rapporterad.",
                "För {n} kommuner är ingen samverkansform rapporterad.",
                missing,
            )
        )
    return " ".join(said)


def to_late(found: pd.DataFrame) -> str:
    """Which kommuner are late, the longest first; '' when none is."""
    late = found[found["state"] == str(MappingState.LATE)].sort_values("deadline")
    if late.empty:
        return ""
    first = [
        _("{name} ({day})").format(name=as_text(name), day=formats.short_day(day))
        for name, day in zip(late["name"], late["deadline"], strict=True)
    ][:5]
    words = _("Försenade, med dagen då den skulle ha varit klar: {names}").format(
        names=", ".join(first)
    )
    more = len(late) - len(first)
    tail = plural("och {n} till", "och {n} till", more)
    return f"{words} {tail}." if more else f"{words}."


def to_table(found: pd.DataFrame) -> pd.DataFrame:
    """A row a kommun: its forms, those that carry a council, those with the same task, and its
    mapping."""

    def names(codes: tuple[str, ...], known: bool, none: str) -> str:
        return ", ".join(codes) if codes else (none if known else _("uppgift saknas"))

    reported = found["reported"].to_list()
    return pd.DataFrame(
        {
            _("Kommun"): found["name"].to_list(),
            _("Samverkansformer"): [
                names(one, known, "") for one, known in zip(found["forms"], reported, strict=True)
            ],
            _("Lokalt råd bygger på"): [
                names(one, known, _("ingen"))
                for one, known in zip(found["carrying"], reported, strict=True)
            ],
            _("Samma uppgift"): [", ".join(one) for one in found["overlapping"]],
            _("Kommunens kartläggning"): [state_name(one) for one in found["state"]],
            _("Senast gjord"): [formats.short_day(day) if day else "" for day in found["newest"]],
            _("Klar senast"): [formats.short_day(day) if day else "" for day in found["deadline"]],
        }
    )
