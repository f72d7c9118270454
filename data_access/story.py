"""The invented story behind the example data: which council covers what, and how it goes.

Nothing here says anything of a real place; it is there so that every page has something to show.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

import pandas as pd

from indicators.stages import ESTABLISHED, MAPPING, NOT_STARTED, PLANNED, STARTED

FIRST = date(2023, 11, 9)
REPORT = date(2024, 12, 6)  # publicly: local councils in six of seven police regions
LATE = date(2025, 10, 28)
SPLIT = date(2025, 1, 1)  # Norrmalm becomes Norra innerstaden and Lidingö-Kungsholmen

# (share that gets as far as established, median days from the decision to the first step)
PACE = {
    "pr-stockholm": (0.95, 90),
    "pr-syd": (0.90, 110),
    "pr-ost": (0.85, 130),
    "pr-vast": (0.80, 150),
    "pr-nord": (0.72, 190),
    "pr-mitt": (0.65, 210),
    "pr-bergslagen": (0.52, 260),
}
TOGETHER = {"lpo-norra-angermanland": "lpo-sodra-angermanland"}  # one council over two LPO
SOME_KOMMUNER = {"lpo-ostra-norrbotten": ("2583", "2518", "2514")}
OWN_KOMMUN = ("lokalt-rad-tyreso", "Lokalt råd Tyresö", "0138", "pr-stockholm")
MOVES = {"lpo-norrmalm": ("lpo-norra-innerstaden", "lpo-lidingo-kungsholmen")}
PUBLIC = {"lpo-haninge-nynashamn"}
NO_DATA = 3
FATES = ["ej-aktuellt"] * 3 + ["vilande"] * 2 + ["vilande-ater", "rattad", "aterkallad"]
FATES += ["sent"] * 2

FORUMS = (
    None,
    "Brottsförebyggande rådet i kommunen",
    "SSPF",
    "Lokal samverkansgrupp mot brott",
    "Samverkansöverenskommelse mellan kommun och polis",
)
NOTES = {
    NOT_STARTED: "Inget arbete har börjat",
    MAPPING: "Lägesbild och befintliga forum kartläggs",
    PLANNED: "Deltagare och arbetsformer bestäms",
    STARTED: "Första mötet hållet",
    ESTABLISHED: "Rådet möts regelbundet",
}
NOT_NEEDED_REASONS = (
    "Få barn och unga i målgruppen; befintlig samverkan räcker",
    "Behovet bedöms inte motivera ett eget råd",
)
DORMANT_REASONS = ("Vakans hos sammankallande", "Omorganisation hos två av parterna")
PRIORITISED_REASONS = (
    "Återkommande rekrytering av unga",
    "Fler unga misstänkta för grova brott",
    "Utsatt område enligt polisens lägesbild",
)
OTHER_REASONS = ("Få kända fall i målgruppen", "Behovet täcks av befintlig samverkan")


@dataclass(frozen=True)
class Plan:
    """One council: (area, covers, from) and the days of its four steps (None = not reached)."""

    code: str
    name: str
    covers: tuple[tuple[str, bool, date], ...]
    days: tuple[date | None, date | None, date | None, date | None]
    fate: str = ""
    is_public: bool = False


def to_plans(areas: pd.DataFrame, chance: Random) -> list[Plan]:
    """The plan of each invented council, in order of code."""
    lpos = areas[(areas["level"] == "lpo") & (areas["valid_from"] < SPLIT)].sort_values("code")
    names = {str(row.code): str(row.name) for row in lpos.itertuples(index=False)}
    regions = _to_regions(areas)
    special = {*TOGETHER, *TOGETHER.values(), *SOME_KOMMUNER, *MOVES, *PUBLIC, "lpo-nacka"}
    ordinary = [code for code in names if code not in special]
    chance.shuffle(ordinary)
    silent, fates = set(ordinary[:NO_DATA]), dict(zip(ordinary[NO_DATA:], FATES, strict=False))
    last_region = chance.choice(sorted(set(PACE) - {"pr-stockholm"}))
    first_ones = _first_of_each_region([c for c in ordinary if c not in {*silent, *fates}], regions)
    plans = []
    for code, name in names.items():
        if code in silent or code in TOGETHER.values():
            continue
        region, fate = regions[code], fates.get(code, "")
        days = _to_days(region, code in first_ones or code in MOVES, fate, chance)
        if region == last_region:
            days = _not_before(days, REPORT + timedelta(days=20))
        plans.append(_to_plan(code, name, days, fate))
    code, name, kommun, region = OWN_KOMMUN
    plans.append(Plan(code, name, ((kommun, True, FIRST),), _to_days(region, True, "", chance)))
    return plans


def _to_plan(
    lpo: str, name: str, days: tuple[date | None, date | None, date | None, date | None], fate: str
) -> Plan:
    if lpo in PUBLIC:  # what is public of it ends with its first meeting
        days = (None, None, None, date(2024, 10, 15))
    if lpo in TOGETHER:
        name = "Ångermanland"
    areas = SOME_KOMMUNER.get(lpo, (lpo,)) + ((TOGETHER[lpo],) if lpo in TOGETHER else ())
    covers = [(area, True, FIRST) for area in areas]
    if lpo in MOVES:
        covers += [(lpo, False, SPLIT)] + [(area, True, SPLIT) for area in MOVES[lpo]]
    code = lpo.replace("lpo-", "lokalt-rad-")
    return Plan(code, f"Lokalt råd {name}", tuple(covers), days, fate, lpo in PUBLIC)


def _to_regions(areas: pd.DataFrame) -> dict[str, str]:
    parents = {str(row.code): str(row.parent) for row in areas.itertuples()}
    lpos = areas.loc[areas["level"] == "lpo", "code"]
    return {str(lpo): parents[parents[str(lpo)]] for lpo in lpos}


def _first_of_each_region(lpos: list[str], regions: dict[str, str]) -> set[str]:
    """One ordinary LPO a region, so that each region has somebody who comes first."""
    return set({regions[lpo]: lpo for lpo in lpos}.values())


def _to_days(
    region: str, is_first: bool, fate: str, chance: Random
) -> tuple[date | None, date | None, date | None, date | None]:
    """Days of mapping, planned, started, established; those not reached are None."""
    reaches, median = PACE[region]
    if is_first:
        median, reaches = 60, 1.0
    start = FIRST + timedelta(days=int(median * (0.5 + 1.2 * chance.random())))
    steps = [start]
    for low, high in ((30, 110), (50, 130), (60, 260)):
        spread = (high - low) // 3 if is_first else high - low
        steps.append(steps[-1] + timedelta(days=low + chance.randrange(spread)))
    if not is_first:  # local councils begin in the spring of 2024, the later the slower
        steps = [day + timedelta(days=int(chance.random() * 1.5 * median)) for day in steps[:1]] + [
            day + timedelta(days=int(1.5 * median)) for day in steps[1:]
        ]
    reached = 4 if chance.random() < reaches else 1 + chance.randrange(3)
    reached = {"ej-aktuellt": 1, "": reached}.get(fate, 4)
    if reached in (2, 3):  # on its way still: its last step lies in the last year
        steps[reached - 1] = LATE + timedelta(days=chance.randrange(380))
    mapping, planned, started, established = (
        day if number < reached else None for number, day in enumerate(steps)
    )
    return mapping, planned, started, established


def _not_before(
    days: tuple[date | None, date | None, date | None, date | None], first: date
) -> tuple[date | None, date | None, date | None, date | None]:
    """The same steps with the established one moved to after the day."""
    *before, established = days
    if established is not None and established < first:
        established = first + timedelta(days=(established - FIRST).days // 4)
    return (*before, established)  # type: ignore[return-value]
