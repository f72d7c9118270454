"""What the viewer has chosen, read from the address. The address is the only truth.

Bad parameters never stop a page: each gives a sentence that says what was wrong, and the choice
falls back.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from geodata.division import FIRST_DAY
from indicators.periods import Quarter
from ui import formats, map_indicators
from words import _

MAP_LEVELS = ("polisregion", "polisomrade", "lpo", "lan", "kommun")
PARAMETERS = (
    "region", "lan", "omrade", "dag", "niva", "indikator", "utjamnad", "jamfor", "sedan", "vy",
)  # fmt: skip
YES, NO = "ja", "nej"
CITIES = {"stockholm": "0180", "goteborg": "1480", "malmo": "1280"}


@dataclass(frozen=True)
class Choice:
    """A view: everything that the address carries, checked."""

    day: date
    since: date
    region: str | None = None
    lan: str | None = None
    area: str | None = None
    level: str = "lpo"
    indicator: str = "steg"
    compare: date | None = None
    view: str | None = None
    smooth: bool = False
    problems: tuple[str, ...] = ()
    usual_since: date | None = None  # when it is not the end of the quarter before

    @property
    def bounds_of(self) -> str:
        """Code of the area that the map is fitted to."""
        if self.view:
            return CITIES.get(self.view, self.view)
        return self.lan or self.region or "se"

    def to_parameters(self) -> dict[str, str | None]:
        """The parameters that give this choice; None for those that are left out."""
        usual = self.usual_since or to_previous_quarter_end(self.day)
        return {
            "region": self.region,
            "lan": self.lan,
            "omrade": self.area,
            "dag": self.day.isoformat(),
            "niva": self.level if self.level != "lpo" else None,
            "indikator": self.indicator if self.indicator != first_indicator(self.level) else None,
            "jamfor": self.compare.isoformat() if self.compare else None,
            "sedan": self.since.isoformat() if self.since != usual else None,
            "vy": self.view,
            "utjamnad": YES if self.smooth else None,
        }


def first_indicator(level: str) -> str:
    """The indicator that a level shows when none is asked for."""
    return next(iter(map_indicators.indicators_at(level)))


def to_day(text: str | None, today: date) -> tuple[date, str | None]:
    """The day asked for, or today and a sentence about what was wrong."""
    if not text:
        return today, None
    try:
        asked = date.fromisoformat(text)
    except ValueError:
        return today, _(
            "Dagen ”{text}” kunde inte läsas. Skriv den som 2026-11-01. Dagens läge visas."
        ).format(text=text)
    if asked < FIRST_DAY:
        return FIRST_DAY, _(
            "Samverkansstrukturen beslutades {first}. Uppgifter före den dagen finns inte; "
            "läget den dagen visas."
        ).format(first=formats.day(FIRST_DAY))
    if asked > today:
        return today, _("{asked} har inte varit än. Dagens läge visas.").format(
            asked=formats.day(asked)
        )
    return asked, None


def to_previous_quarter_end(day: date) -> date:
    """Last day of the quarter before the day's, never before the structure began."""
    return max(Quarter.of(day).first - timedelta(days=1), FIRST_DAY)


def to_year_before(day: date) -> date:
    """The same day a year before, never before the structure began."""
    leap_day = (day.month, day.day) == (2, 29)
    return max(day.replace(year=day.year - 1, day=28 if leap_day else day.day), FIRST_DAY)


def to_choice(
    parameters: Mapping[str, str],
    levels: Mapping[str, str],
    today: date,
    other_day: Callable[[str], date | None],
    figures: Sequence[str] = (),
    *,
    to_since: Callable[[date], date] = to_previous_quarter_end,
) -> Choice:
    """The checked choice.

    `levels` has code → level of the areas of the day asked for; `other_day` gives a day on which
    a code is valid, or None; `figures` are codes of counted indicators, none of them of kommuner;
    `to_since` the day to compare with when none is asked for.
    """
    problems: list[str] = []

    def checked_day(
        name: str, latest: date, to_usual: Callable[[date], date] = to_previous_quarter_end
    ) -> date | None:
        text = parameters.get(name)
        if not text:
            return None
        value, problem = to_day(text, latest)
        if not problem:
            return value
        problems.append(
            _("Dagen ”{text}” kan inte användas för jämförelsen. {day} används i stället.").format(
                text=text, day=formats.day(to_usual(chosen))
            )
        )
        return to_usual(chosen)

    def checked_area(name: str, level: str | None) -> str | None:
        code = parameters.get(name)
        if not code:
            return None
        if code in levels and level in (None, levels[code]):
            return code
        problems.append(_area_problem(code, level, other_day(code), chosen))
        return None

    def checked_word(name: str, allowed: tuple[str, ...], fallback: str) -> str:
        value = parameters.get(name) or fallback
        if value in allowed:
            return value
        problems.append(
            _("”{value}” är inget känt värde för {name}. Möjliga värden: {allowed}.").format(
                value=value, name=name, allowed=", ".join(allowed)
            )
        )
        return fallback

    chosen, problem = to_day(parameters.get("dag"), today)
    problems.extend([problem] if problem else [])
    level = checked_word("niva", MAP_LEVELS, "lpo")
    view = parameters.get("vy") or None
    if view and view not in CITIES and view not in levels:
        problems.append(_("Vyn ”{view}” finns inte. Hela landet visas.").format(view=view))
        view = None
    own = tuple(map_indicators.indicators_at(level))
    possible = own if level == "kommun" else (*own, *figures)
    indicator = checked_word("indikator", possible, possible[0])
    return Choice(
        day=chosen,
        since=checked_day("sedan", chosen, to_since) or to_since(chosen),
        region=checked_area("region", "polisregion"),
        lan=checked_area("lan", "lan"),
        area=checked_area("omrade", None),
        level=level,
        indicator=indicator,
        compare=checked_day("jamfor", today),
        view=view,
        smooth=checked_word("utjamnad", (NO, YES), NO) == YES,
        problems=tuple(problems),
        usual_since=None if to_since is to_previous_quarter_end else to_since(chosen),
    )


def _area_problem(code: str, level: str | None, valid_on: date | None, day: date) -> str:
    if valid_on is not None and level is None:
        return _(
            "Området ”{code}” fanns inte {day}, men finns {other}. Välj den dagen för att se det."
        ).format(code=code, day=formats.day(day), other=formats.day(valid_on))
    return _("Området ”{code}” finns inte. Valet har tagits bort.").format(code=code)
