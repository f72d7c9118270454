"""What an area's councils have reported last: who came, what was done, what stands in the way."""

from collections.abc import Mapping, Sequence

import pandas as pd

from indicators.periods import period_name
from ui.headings import as_text
from ui.measure_words import value_words
from ui.trend_points import reason_name
from words import _

Names = Mapping[str, str]


def form_name(form: object) -> str:
    """How an actor belongs to a council."""
    return {"medlem": _("medlem"), "adjungerad": _("adjungerad")}.get(str(form), str(form))


def within_name(level: object) -> str:
    """Where an obstacle stands."""
    return {"inom": _("inom en nivå"), "mellan": _("mellan nivåer")}.get(str(level), str(level))


def no_obstacles(level: str) -> str:
    """Why an area that may report obstacles has told of none: it must, or it need not."""
    if level == "polisregion":
        return _("Inte rapporterat.")
    return _("Inte rapporterat; ett lokalpolisområde får, men måste inte, rapportera hinder.")


def nothing_to_report(period: str) -> str:
    """Said by an area that has told that there is nothing."""
    return _("Inget att rapportera, {period}.").format(period=period_name(period))


def not_counted(lpos: Sequence[tuple[str, str]]) -> str:
    """Why a kommun has no figures, and where they are."""
    names = ", ".join(as_text(name) for _code, name in lpos)
    words = _("Räknas per lokalpolisområde, inte per kommun: se {names}.")
    return words.format(names=names)


def to_meetings(rows: pd.DataFrame, actors: Names) -> pd.DataFrame:
    """A row an actor: of how many meetings it came to how many. A gap says why."""

    def number(row: Mapping[str, object], field: str) -> str:
        if pd.isna(row[field]):  # type: ignore[call-overload]
            return reason_name(str(row[f"{field}_gap"] or "saknas"))
        return str(int(row[field]))  # type: ignore[call-overload]

    told = rows.to_dict("records")
    return pd.DataFrame(
        {
            _("Aktör"): [actors.get(row["aktor"], row["aktor"]) for row in told],
            _("Form"): [form_name(row["form"]) for row in told],
            _("Kom till"): [number(row, "deltagit") for row in told],
            _("Möten"): [number(row, "hallna") for row in told],
        }
    )


def to_measures(rows: pd.DataFrame, names: Names) -> pd.DataFrame:
    """A row a kind of measure: individuals and per 1,000 young people, or why there is none."""
    return pd.DataFrame(
        {
            _("Insats"): [names.get(one, one) for one in rows["entry"]],
            _("Individer"): [value_words(row) for row in rows.to_dict("records")],
        }
    )


def to_obstacles(rows: pd.DataFrame, names: Names) -> pd.DataFrame:
    """A row an obstacle, in the report's own words."""
    return pd.DataFrame(
        {
            _("Hinder"): [names.get(one, one) for one in rows["kategori"]],
            _("Var"): [within_name(one) for one in rows["niva"]],
            _("Beskrivning"): rows["beskrivning"].to_list(),
        }
    )
