"""Example reports: plausible, invented figures and texts for what an area owes, the same for the
same seed. Nothing here says anything of a real place.

Pure: a context and the number of young people in, units out.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

import numpy as np

from data_access import example_goals, example_texts
from data_access.example import LAST
from indicators.participation import HEALTH, SCHOOL
from indicators.periods import Quarter
from reporting.context import Context, KnownArea
from reporting.kinds import CELLS, NOTE, TOTAL
from reporting.obligations import due_day, to_owed
from reporting.register import Entry, Listing, Split
from reporting.rows import Row, Unit, Units
from reporting.values import Gap, Value

SEED = 2310
FIRST = Quarter(2024, 1)
EXAMPLES = 0.06  # of the areas tell of good examples in a quarter
MISSING_UNITS = 0.03  # of what is owed never comes
MISSING_CELLS = 0.004
YOUNG = 4000  # inhabitants of 12–20 years in an area of which it is not known
IN_TIME, LATE = timedelta(days=-6), timedelta(days=24)  # from the last day on which they may come
SETTLED = 92  # days after a quarter, from which its figures are no longer preliminary
SEX = {"k": 0.22, "m": 0.78}
AGE = {"12_14": 0.2, "15_17": 0.42, "18_20": 0.38}
# Share of the meetings that an actor comes to; the rest of them 0.8
ATTENDS = {
    **dict.fromkeys(SCHOOL, 0.66),
    **dict.fromkeys(HEALTH, 0.42),
    "polisen": 0.99,
    "socialtjansten": 0.93,
}

# Per 1,000 young people and quarter, so that what is rare in life is rare here; the rest by chance
RATES = {
    "misstankta-grova-brott": 1.6,
    "misstankta-dodligt-vald": 0.05,
    "misstankta-vapenbrott": 0.35,
    "misstankta-sprangning": 0.08,
    "misstankta-ran": 0.5,
    "misstankta-narkotikaoverlatelse": 0.6,
    "misstankar-grova-brott": 2.9,
    "misstankta-pa-nytt": 0.8,
    "haktade": 0.3,
    "verkstaller-frihetsberovande": 0.2,
    "omhandertagna-lvu": 0.25,
    "placerade-sis": 0.3,
    "avvikningar-sis": 0.1,
    "avhopparstod": 0.1,
    "placering-lvu": 0.3,
}

Chance = np.random.Generator


def to_units(
    context: Context, young: Mapping[str, int], started: set[str], covered: Mapping[str, float]
) -> Units:
    """What the areas of the context report for its period: not all that is owed, as in life.

    `young` is area → inhabitants of 12–20 years; `started` the areas whose council has begun;
    `covered` region → share (0–1) of its prioritised areas with a council, where any is.
    """
    people = {area: young.get(area, YOUNG) for area in context.areas}
    units: dict[Unit, tuple[Row, ...]] = {}
    goals: dict[Unit, Chance] = {}  # rest on the other units
    for unit in (*to_owed(context.areas.values(), context.period, started), *_to_told(context)):
        chance = _chance(*map(str, unit))
        if chance.random() < MISSING_UNITS:
            continue
        if unit.kind == "mal":
            goals[unit] = chance
        else:
            units[unit] = _to_rows(unit, context, people[unit.area], chance)
    for unit, chance in goals.items():
        of = {one: rows for one, rows in units.items() if _is_of(context.areas[one.area], unit)}
        region = example_goals.Region(of, people, covered.get(unit.area))
        units[unit] = _to_goals(unit, context, region, chance)
    return units


def _is_of(area: KnownArea, goals: Unit) -> bool:
    """Whether what the area reports is among what a region's goals are counted on: of its LPO, and
    in before the example ends."""
    is_lpo = area.region == goals.area != area.code
    return is_lpo and sent_on(goals.period, late=is_late(area, goals.period)) <= LAST


def _to_goals(
    unit: Unit, context: Context, region: example_goals.Region, chance: Chance
) -> tuple[Row, ...]:
    return tuple(
        example_goals.to_row(entry.code, region, _to_course(unit, entry.code, chance), chance)
        for entry in context.register.of(Listing.GOAL, unit.period.last)
    )


def _to_course(unit: Unit, goal: str, chance: Chance) -> float:
    """Share (0–1): a course of the area's own, and chance around it."""
    course = _chance("mal", unit.area, goal)
    quarters = (unit.period.year - FIRST.year) * 4 + unit.period.number
    mean = course.uniform(0.3, 0.65) + course.uniform(0.002, 0.045) * quarters
    return float(min(max(mean + chance.normal(0, 0.02), 0), 1))


def _to_told(context: Context) -> list[Unit]:
    """What some tell of without owing it: good examples."""
    units = [Unit(code, "exempel", context.period) for code in sorted(context.areas)]
    return [unit for unit in units if _chance(*map(str, unit), "med").random() < EXAMPLES]


def _to_rows(unit: Unit, context: Context, young: int, chance: Chance) -> tuple[Row, ...]:
    on = unit.period.last
    if unit.kind in ("indikatorer", "atgarder"):
        listing = Listing.INDICATOR if unit.kind == "indikatorer" else Listing.MEASURE
        field = str(listing)
        is_early = listing is Listing.INDICATOR and (context.today - on).days < SETTLED
        early: dict[str, Value] = {"preliminar": "ja"} if is_early else {}
        rows = [
            Row({field: entry.code} | early | _count(entry, unit, young, chance))
            for entry in context.register.of(listing, on)
        ]
        return tuple(rows)
    if unit.kind == "deltagande":
        return _participation(context, unit, chance)
    asked = example_texts.Asked(context.areas[unit.area], context.register, on, chance)
    return tuple(Row(values) for values in example_texts.to_rows(unit.kind, asked))


def _count(entry: Entry, unit: Unit, young: int, chance: Chance) -> dict[str, Value]:
    """Counts that vary as chance does around a mean of area, entry and time."""
    mean = _rate(entry.code) * young / 1000 * _factor(unit.area, entry.code)
    quarters = (unit.period.year - 2024) * 4 + unit.period.number
    mean *= max(1 + _trend(entry.code) * quarters, 0.1)  # a line down ends above nothing
    if chance.random() < MISSING_CELLS * 3:
        return dict.fromkeys(_fields(entry), Gap.MISSING)
    if entry.split is Split.NONE:
        return {TOTAL: int(chance.poisson(mean))}
    values: dict[str, Value] = {}
    for name in CELLS:
        sex, age = name.split("_", 1)
        values[name] = int(chance.poisson(mean * SEX[sex] * AGE[age]))
    if chance.random() < MISSING_CELLS:
        values["k_12_14"] = Gap.MISSING
        values[NOTE] = "Uppgiften har inte kunnat tas fram för den yngsta gruppen."
    return values


def _fields(entry: Entry) -> tuple[str, ...]:
    return CELLS if entry.split is Split.SEX_AND_AGE else (TOTAL,)


def _participation(context: Context, unit: Unit, chance: Chance) -> tuple[Row, ...]:
    held = int(_chance(unit.area, str(unit.period), "moten").integers(1, 7))
    rows = []
    for actor in context.register.of(Listing.ACTOR, unit.period.last):
        often = ATTENDS.get(actor.code, 0.8) * (0.75 + 0.25 * _factor(unit.area, actor.code))
        member = actor.code in ATTENDS or _chance(unit.area, actor.code).random() < 0.6
        values: dict[str, Value] = {
            "aktor": actor.code,
            "form": "medlem" if member else "adjungerad",
            "hallna": held,
            "deltagit": int(chance.binomial(held, min(often, 1.0) * (1 if member else 0.4))),
        }
        rows.append(Row(values))
    return tuple(rows)


def _chance(*of: str) -> Chance:
    """A stream of chance of its own for each thing: a change in one leaves the others as is."""
    return np.random.default_rng([SEED, *"/".join(of).encode()])


@lru_cache(maxsize=256)
def _rate(code: str) -> float:
    """Per 1,000 young people and quarter; what isn't named is mostly between 0.2 and 4."""
    return RATES.get(code) or float(np.exp(_chance("niva", code).normal(-0.2, 0.9)))


@lru_cache(maxsize=256)
def _trend(code: str) -> float:
    """Share of the mean that is added each quarter."""
    return float(_chance("trend", code).uniform(-0.03, 0.03))


@lru_cache(maxsize=8192)
def _factor(area: str, code: str) -> float:
    """How the area differs from the mean."""
    return float(np.exp(_chance("lage", area, code).normal(0, 0.3)))


def sent_on(period: Quarter, *, late: bool) -> date:
    """The day on which reports of the period come."""
    return due_day(period) + (LATE if late else IN_TIME)


def is_late(area: KnownArea, period: Quarter) -> bool:
    """Whether what the area reports comes after the due day."""
    return bool(_chance(area.region, area.code, str(period), "sent").random() < 0.12)
