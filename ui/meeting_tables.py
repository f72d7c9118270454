"""The tables of Deltagande: the same numbers as in its pictures, for reading and for files."""

from collections.abc import Mapping

import pandas as pd

from indicators.absence import Judged
from indicators.periods import period_name
from ui import formats
from ui.meeting_words import group_name, state_name
from words import _

Names = Mapping[str, str]


def to_cells(cells: pd.DataFrame, actors: Names, columns: Names, where: str) -> pd.DataFrame:
    """A row a cell: actor, where (or which quarter), per cent, attended, held, councils, note."""
    return pd.DataFrame(
        {
            _("Aktör"): cells["aktor"].map(actors).to_list(),
            where: cells["of"].map(columns).to_list(),
            **_to_numbers(cells),
            _("Råd i summan"): cells["councils"].astype("Int64").array,
            _("Råd utan uppgift"): cells["gaps"].astype("Int64").array,
            _("Att veta"): [state_name(state) for state in cells["state"]],
        }
    )


def to_quarters(quarters: pd.DataFrame, complete: pd.DataFrame) -> pd.DataFrame:
    """School and health care by quarter, the newest first, with how many have reported."""
    whole = quarters.merge(complete, left_on="of", right_on="period", how="left")
    whole = whole.sort_values(["of", "aktor"], ascending=[False, True], kind="stable")
    return pd.DataFrame(
        {
            _("Kvartal"): whole["of"].map(period_name).to_list(),
            _("Aktör"): [group_name(group) for group in whole["aktor"]],
            **_to_numbers(whole),
            _("Råd som rapporterat"): whole["came"].astype("Int64").array,
            _("Råd som ska rapportera"): whole["owed"].astype("Int64").array,
            _("Att veta"): [
                ", ".join(part for part in (state_name(state), _partly(partly=partly)) if part)
                for state, partly in zip(whole["state"], whole["partly"], strict=True)
            ],
        }
    )


def _partly(*, partly: bool) -> str:
    return _("delvis rapporterat") if partly else ""


def _to_numbers(cells: pd.DataFrame) -> dict[str, pd.api.extensions.ExtensionArray]:
    known = cells["share"].notna()
    percent = pd.Series([formats.whole_percent(one) for one in cells["share"]], dtype="Int64")
    return {
        _("Procent"): percent.array,
        _("Deltog i"): cells["attended"].astype("Int64").where(known).array,
        _("Hållna möten"): cells["held"].astype("Int64").where(known).array,
    }


def to_absences(
    away: Mapping[str, Judged], names: Names, regions: Mapping[str, str]
) -> pd.DataFrame:
    """A row a council and actor that has been absent, the longest first. `regions`: council →
    its region's name."""
    rows = [
        {
            _("Råd"): names.get(one.area, one.area),
            _("Aktör"): group_name(group),
            _("Kvartal i rad"): one.quarters,
            _("Möten"): one.meetings,
            _("Polisregion"): regions.get(one.area, ""),
            _("Från och med"): period_name(str(one.first)),
            _("Till och med"): period_name(str(one.last)),
            _("Räknas inte"): ", ".join(period_name(str(quarter)) for quarter in one.skipped),
        }
        for group, judged in away.items()
        for one in judged.absences
    ]
    table = pd.DataFrame(rows)
    if table.empty:
        return table
    order = [_("Kvartal i rad"), _("Möten")]
    return table.sort_values(order, ascending=False, kind="stable").reset_index(drop=True)
