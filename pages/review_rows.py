"""Every report of a reviewer's areas, owed or sent, a row each."""

from datetime import date

import pandas as pd

from data_access.areas import fetch_areas
from data_access.frames import swedish
from data_access.owed import list_owed
from data_access.submissions import list_submissions
from data_access.viewer import Viewer
from indicators.periods import Quarter
from indicators.reporting import SENT
from pages.reads import fetch_names
from pages.review_periods import to_needed
from reporting.kinds import LOCAL, REGIONAL, kinds
from reporting.obligations import due_day, to_periods
from ui.review_matrix import to_marked
from ui.review_search import Search
from words import _


def read_reports(search: Search, today: date, *, viewer: Viewer) -> pd.DataFrame:
    """Every report that the viewer's areas owe for the periods that are shown, and all that they
    have sent and nobody has judged yet, as `list_owed` gives it, with `is_owed`, `is_over` (its
    period), `state_at`, `region_name`, `shown` and `changed`. The newest period first, in it by
    region, the regional council before the local ones, in Swedish order."""
    sent = list_submissions(viewer=viewer, periods=to_periods(today))
    waiting = {Quarter.parse(period) for period in set(sent.loc[sent["state"] == SENT, "period"])}
    periods = sorted(waiting | to_needed(search, today))
    sent = sent[sent["period"].isin([str(period) for period in periods])]
    owed = list_owed(viewer=viewer, periods=periods, today=today)
    beside = _to_beside(sent[~sent["submission"].isin(owed["submission"].dropna())], viewer)
    found = pd.concat([owed.assign(is_owed=True), beside], ignore_index=True)
    found = found.merge(sent[["submission", "state_at"]], on="submission", how="left")
    found["is_over"] = found["period"].isin([str(one) for one in periods if one.last < today])
    names = fetch_names(today, viewer=viewer)["polisregion"]
    found["region_name"] = [names.get(code, code) for code in found["region"]]
    found["name"] = [
        _("Polisregion {name}").format(name=name) if level == REGIONAL else name
        for level, name in zip(found["level"], found["name"], strict=True)
    ]
    return to_marked(_in_order(found))


def _to_beside(sent: pd.DataFrame, viewer: Viewer) -> pd.DataFrame:
    """What was sent without being owed, in the columns of what is."""
    rows = []
    for row in sent.to_dict("records"):
        period = Quarter.parse(row["period"])
        areas = fetch_areas(period.last, viewer=viewer).set_index("code")
        known = row["area"] in areas.index
        rows.append(
            {key: row[key] for key in ("area", "kind", "period", "state", "submission", "revision")}
            | {
                "name": areas.at[row["area"], "name"] if known else row["area"],
                "level": areas.at[row["area"], "level"] if known else "",
                "region": (known and areas.at[row["area"], "polisregion"]) or "",
                "due": due_day(period),
                "is_due": False,
                "late": False,
                "recorded_at": row["recorded_at"],
                "first_at": row["recorded_at"],
                "approved_revision": row["approved_revision"],
                "release": row["release"],
                "is_owed": False,
            }
        )
    return pd.DataFrame(rows)


def _in_order(found: pd.DataFrame) -> pd.DataFrame:
    kind_order = list(kinds())
    keys = pd.DataFrame(
        {
            "period": _rank(found["period"], sorted(set(found["period"]), reverse=True)),
            "region": _rank(found["region_name"], sorted(set(found["region_name"]), key=swedish)),
            "local": found["level"] == LOCAL,
            "name": _rank(found["name"], sorted(set(found["name"]), key=swedish)),
            "kind": _rank(found["kind"], kind_order),
        }
    )
    return found.loc[keys.sort_values(list(keys)).index].reset_index(drop=True)


def _rank(values: pd.Series, order: list[str]) -> pd.Series:
    return values.map({value: place for place, value in enumerate(order)})
