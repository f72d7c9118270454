"""Rules that the tables of the division must meet, one small function a rule."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from geodata.division import load_areas, load_membership, to_areas_on
from words import _

PARENT_LEVEL = {
    "polisregion": "riket",
    "polisomrade": "polisregion",
    "lpo": "polisomrade",
    "lan": "riket",
    "kommun": "lan",
}


@dataclass(frozen=True, order=True)
class Fault:
    """What is wrong with one area (code, or the text found in its place), and by which rule."""

    area: str
    rule: str
    detail: str


class Rejected(ValueError):
    """Something breaks the rules; `faults` says what, area by area."""

    def __init__(self, subject: str, faults: Iterable[Fault]):
        self.subject, self.faults = subject, sorted(set(faults))
        lines = [f"{fault.area}: {fault.detail}" for fault in self.faults]
        super().__init__("\n".join([f"{subject}: {len(lines)} faults", *lines]))


Rule = Callable[[pd.DataFrame, pd.DataFrame], list[Fault]]


def check_division(areas: pd.DataFrame, membership: pd.DataFrame) -> list[Fault]:
    """All rules on all days; the tables as `load_areas` and `load_membership` give them."""
    faults: list[Fault] = []
    for on in days_of_change(areas, membership):
        valid, members = to_areas_on(areas, on), to_areas_on(membership, on)
        for rule in DIVISION_RULES:
            faults += rule(valid, members)
    return sorted(set(faults))


def days_of_change(*tables: pd.DataFrame) -> list[date]:
    """Every day on which a row of any table begins to hold, or has ceased to while others go on."""
    begins = {day for table in tables for day in table["valid_from"]}
    ends = {day + timedelta(days=1) for table in tables for day in table["valid_to"].dropna()}
    return sorted(begins | ends)


def check_codes(areas: pd.DataFrame, _members: pd.DataFrame) -> list[Fault]:
    """A code names one area a day, in ASCII lower case without underscore."""
    faults = [
        Fault(code, "kod", _("koden finns på flera rader samma dag"))
        for code in areas.loc[areas["code"].duplicated(), "code"]
    ]
    wrong = areas.loc[~areas["code"].str.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*"), "code"]
    return faults + [
        Fault(code, "kod", _("koden är inte a–z, 0–9 och bindestreck")) for code in wrong
    ]


def check_parents(areas: pd.DataFrame, _members: pd.DataFrame) -> list[Fault]:
    """Each LPO lies in one polisområde, that in one polisregion; each kommun in one län."""
    levels = dict(zip(areas["code"], areas["level"], strict=True))
    faults = []
    for code, level, parent in zip(areas["code"], areas["level"], areas["parent"], strict=True):
        if levels.get(parent) != PARENT_LEVEL.get(level):
            detail = _("överordnat område {parent} finns inte eller har fel nivå")
            faults.append(Fault(code, "overordnat", detail.format(parent=parent or "–")))
    return faults


def check_kommuner_in_lpo(areas: pd.DataFrame, members: pd.DataFrame) -> list[Fault]:
    """Each kommun lies in one LPO, or in several that each hold a named part of it."""
    lpos = set(areas.loc[areas["level"] == "lpo", "code"])
    faults = []
    for kommun in areas.loc[areas["level"] == "kommun", "code"]:
        rows = members[members["kommun"] == kommun]
        if not set(rows["lpo"]) & lpos:
            faults.append(Fault(kommun, "tackning", _("kommunen ligger inte i något LPO")))
        if len(rows) > 1 and ((rows["part"] == "").any() or rows["lpo"].duplicated().any()):
            faults.append(Fault(kommun, "tackning", _("kommunen ligger i flera LPO utan delar")))
    return faults


def check_lpo_have_kommuner(areas: pd.DataFrame, members: pd.DataFrame) -> list[Fault]:
    """Each LPO holds a kommun or a part of one, and each membership names areas of the day."""
    lpos = set(areas.loc[areas["level"] == "lpo", "code"])
    kommuner = set(areas.loc[areas["level"] == "kommun", "code"])
    empty = lpos - set(members["lpo"])
    strange = (set(members["lpo"]) - lpos) | (set(members["kommun"]) - kommuner)
    return [Fault(code, "tomt", _("området har ingen kommun")) for code in empty] + [
        Fault(code, "okand", _("området finns inte i indelningen den dagen")) for code in strange
    ]


def check_lan_in_one_region(areas: pd.DataFrame, members: pd.DataFrame) -> list[Fault]:
    """All kommuner of a län lie in the same polisregion."""
    parents = dict(zip(areas["code"], areas["parent"], strict=True))
    region = members["lpo"].map(parents).map(parents)
    regions = region.groupby(members["kommun"].map(parents)).nunique()
    return [
        Fault(str(lan), "lan", _("länets kommuner ligger i flera polisregioner"))
        for lan in regions[regions > 1].index
    ]


DIVISION_RULES: tuple[Rule, ...] = (
    check_codes,
    check_parents,
    check_kommuner_in_lpo,
    check_lpo_have_kommuner,
    check_lan_in_one_region,
)


def require_division() -> None:
    """Our own tables meet the rules on every day, else Rejected."""
    if faults := check_division(load_areas(), load_membership()):
        raise Rejected(_("tabellerna över indelningen"), faults)
