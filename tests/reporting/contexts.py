"""A lifelike context: real areas, a register with every list, reports of now and of before."""

from datetime import date, timedelta
from functools import lru_cache

from geodata.division import load_areas, to_areas_on, to_pieces
from indicators.periods import Quarter
from reporting.context import Context, KnownArea
from reporting.kinds import CELLS, LOCAL, REGIONAL, Every, Kind, kinds
from reporting.register import Entry, Listing, Polarity, Register, Split, to_register
from reporting.rows import Row, Unit
from reporting.values import Gap, Value

PERIOD = Quarter(2026, 3)
REGION = "pr-nord"
INDICATORS = (
    "Orosanmälningar till socialtjänsten",
    "Misstänkta för narkotikabrott",
    "Misstänkta för vapenbrott",
    "Placerade enligt LVU",
    "Ogiltig frånvaro över 15 procent",
    "Avhopp från gymnasiet",
)
MEASURES = (
    "SSPF",
    "Sociala insatsgrupper",
    "Orossamtal",
    "Mentor",
    "Avhopparstöd",
    "Föräldrastöd",
)
ACTORS = (
    "Polismyndigheten",
    "Socialtjänsten",
    "Skolan",
    "Kriminalvården",
    "Hälso- och sjukvården",
    "Länsstyrelsen",
    "Statens institutionsstyrelse",
    "Åklagarmyndigheten",
)
PLAIN = {
    Listing.ACTOR: ACTORS,
    Listing.AUTHORITY: ("Polismyndigheten", "Länsstyrelsen", "Socialstyrelsen", "Skolverket"),
    Listing.OBSTACLE: ("Sekretess", "Resurser", "Roller och ansvar", "Teknik"),
    Listing.COOPERATION: ("SSPF", "Sociala insatsgrupper", "Lokalt brottsförebyggande råd"),
    Listing.METHOD: ("Effektiva samordningsteam", "Gruppvåldsintervention"),
    Listing.EVIDENCE: ("Utvärderad", "Lovande", "Egen erfarenhet"),
    Listing.TARGET: ("Barn under 15 år", "Föräldrar"),
    Listing.GOAL: ("Alla lokala råd är etablerade", "Barn får stöd inom en vecka"),
}


def make_context(
    areas: int = 3,
    *,
    period: Quarter = PERIOD,
    indicators: int = 6,
    measures: int = 5,
    actors: int = 6,
    region: bool = True,
    stored: bool = False,
    earlier: int = 4,
) -> Context:
    """So many LPO (first those of Nord) and with `region` their polisregion, with a register of
    the given sizes. With `stored` the first area's indicators and measures are reported already,
    and its obstacles are said to be none. `earlier` is how many quarters before were reported."""
    known = _known(period.last)
    mine = [one for one in known if one.level == LOCAL][:areas]
    mine += [one for one in known if region and one.code == REGION]
    chosen = {one.code: one for one in mine}
    register = make_register(indicators, measures, actors)
    levels = {one.level for one in mine}
    return Context(
        period=period,
        today=period.last + timedelta(days=14),
        register=register,
        areas=chosen,
        others={o.code: o.name for o in known if o.code not in chosen and o.level in levels},
        kommuner=_kommuner(period.last),
        stored=_stored(mine[0], period, register) if stored else {},
        earlier=_earlier(mine, period, register, earlier),
        stages={one.code: ("planerat", date(2024, 5, 2)) for one in mine if one.level == LOCAL},
    )


def make_register(indicators: int = 6, measures: int = 5, actors: int = 6) -> Register:
    """A register with every list. Every fourth indicator has no split; one of them and one actor
    no longer hold."""
    entries = [
        _counted(Listing.INDICATOR, number, INDICATORS, Split.NONE if number % 4 == 3 else None)
        for number in range(indicators)
    ]
    entries += [_counted(Listing.MEASURE, number, MEASURES, None) for number in range(measures)]
    for listing, names in PLAIN.items():
        size = actors if listing is Listing.ACTOR else len(names)
        for number in range(size):
            entries.append(Entry(listing, _code(listing, number), _name(names, number)))
    ended = date(2025, 12, 31)
    entries.append(Entry(Listing.INDICATOR, "indikator-gammal", "Nedlagd", valid_to=ended))
    entries.append(Entry(Listing.ACTOR, "aktor-gammal", "Avvecklad aktör", valid_to=ended))
    return to_register(entries)


def make_rows(kind: Kind, area: KnownArea, register: Register, period: Quarter) -> tuple[Row, ...]:
    """Rows that a check has nothing against: one of each entry, or two of a free kind."""
    entries = register.of(kind.listing, period.last) if kind.listing else ()
    if kind.listing:
        rows = [_listed(kind, entry, number) for number, entry in enumerate(entries)]
    else:
        # A kommun has one mapping
        most = min(2, len(area.kommuner)) if kind.code == "kartlaggningar" else 2
        rows = [_free(kind, area, register, period, number) for number in range(most)]
    return tuple(rows)


def before(period: Quarter, steps: int = 1) -> Quarter:
    """The quarter so many steps earlier."""
    for _step in range(steps):
        period = Quarter.of(period.first - timedelta(days=1))
    return period


def _counted(listing: Listing, number: int, names: tuple[str, ...], split: Split | None) -> Entry:
    return Entry(
        listing,
        _code(listing, number),
        _name(names, number),
        definition="Antal individer i åldern 12–20 år under kvartalet.",
        unit="individer",
        polarity=Polarity.LOWER_BETTER if listing is Listing.INDICATOR else Polarity.NEUTRAL,
        source="Egen verksamhetsstatistik",
        counting_rule="Varje individ räknas en gång per kvartal.",
        split=split or Split.SEX_AND_AGE,
        reporter="Polismyndigheten",
        other_names=(_name(names, number)[:4].lower() + ".",),
    )


def _code(listing: Listing, number: int) -> str:
    return f"{listing.value}-{number + 1}"


def _name(names: tuple[str, ...], number: int) -> str:
    extra = number // len(names)
    return names[number % len(names)] + (f" {extra + 1}" if extra else "")


def _listed(kind: Kind, entry: Entry, number: int) -> Row:
    first = kind.fields[0].name
    values: dict[str, Value] = {first: entry.code}
    if entry.split is Split.SEX_AND_AGE:
        values |= {cell: number + place for place, cell in enumerate(CELLS)}
    elif kind.code in {"indikatorer", "atgarder"}:
        values["totalt"] = 7 + number
    if kind.code == "indikatorer":
        values["preliminar"] = "nej"
    if kind.code == "deltagande":
        values |= {"form": "medlem", "hallna": 4, "deltagit": 3}
    if kind.code == "resurser":
        values |= {"arsarbetskrafter": 1.5, "timmar": Gap.MISSING, "kronor": 1200000.0}
    if kind.code == "mal":
        values |= {"utfall": 12.0, "bedomning": "pa-vag"}
    return Row(values)


def _free(kind: Kind, area: KnownArea, register: Register, period: Quarter, number: int) -> Row:
    kommun = sorted(area.kommuner)[number % len(area.kommuner)] if area.kommuner else ""
    day = period.first + timedelta(days=20 + number)
    texts = {
        "handelser": {"stadium": ("uppstartat", "etablerat")[number], "dag": day},
        "bedomningar": {"prioriterat": "ja", "dag": day, "skal": "Ökad rekrytering."},
        "hinder": {
            "kategori": f"hinder-{number + 1}",
            "niva": "inom",
            "beskrivning": "Olika syn på vad som får delas.",
        },
        "exempel": {
            "rubrik": f"Gemensam lägesbild {number + 1}",
            "metod": "metod-1",
            "evidens": "evidens-2",
            "beskrivning": "Korta möten varje vecka.",
        },
        "samverkan": {"samverkansform": f"samverkansform-{number + 1}", "kommun": kommun},
        "kompetens": {"behov": f"Sekretess {number + 1}", "gjort": "En utbildningsdag."},
        "kartlaggningar": {
            "kommun": kommun,
            "senaste": date(2025, 3, 1) + timedelta(days=number),
            "nasta": date(2027, 3, 1),
        },
    }
    return Row(dict(texts[kind.code]))


def _stored(area: KnownArea, period: Quarter, register: Register) -> dict[Unit, tuple[Row, ...]]:
    known = kinds()
    done = {
        Unit(area.code, code, period): make_rows(known[code], area, register, period)
        for code in ("indikatorer", "atgarder")
    }
    return {**done, Unit(area.code, "hinder", period): ()}


def _earlier(
    areas: list[KnownArea], period: Quarter, register: Register, quarters: int
) -> dict[tuple[str, str], dict[Quarter, tuple[Row, ...]]]:
    """What was owed, in each of the quarters before (the yearly kinds with their fourth). The
    newest of them has a missing and a not applicable value in the first area's first rows."""
    found: dict[tuple[str, str], dict[Quarter, tuple[Row, ...]]] = {}
    for steps in range(1, quarters + 1):
        then = before(period, steps)
        for kind in kinds().values():
            if kind.every is Every.YEAR and then.number != 4:
                continue
            for area in (one for one in areas if one.level in kind.owed_by):
                rows = make_rows(kind, area, register, then)
                if steps == 1 and area is areas[0] and kind.code == "indikatorer":
                    rows = _with_gaps(rows)
                found.setdefault((area.code, kind.code), {})[then] = rows
    return found


def _with_gaps(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    first, second, *rest = rows
    one = Row({**first.values, CELLS[0]: Gap.MISSING})
    two = Row({**second.values, CELLS[0]: Gap.NOT_APPLICABLE})
    return (one, two, *rest)


@lru_cache(maxsize=4)
def _known(on: date) -> tuple[KnownArea, ...]:
    pieces = to_pieces(on)
    names = to_areas_on(load_areas(), on).set_index("code")["name"].to_dict()
    local = [
        KnownArea(code, names[code], LOCAL, part["polisregion"].iloc[0], frozenset(part["kommun"]))
        for code, part in pieces.groupby("lpo")
    ]
    regions = [
        KnownArea(code, names[code], REGIONAL, code, frozenset(part["kommun"]))
        for code, part in pieces.groupby("polisregion")
    ]
    local.sort(key=lambda one: (one.region != REGION, one.region, one.code))
    return (*local, *regions)


@lru_cache(maxsize=4)
def _kommuner(on: date) -> dict[str, str]:
    return to_areas_on(load_areas(), on, "kommun").set_index("code")["name"].to_dict()
