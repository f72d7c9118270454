"""What the viewer has chosen, read from the address. The address is the only truth.

Bad parameters never stop a page: each gives a sentence that says what was wrong, and the choice
falls back.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ui import formats, map_indicators
from ui.checked import to_word
from ui.choice_days import to_day, to_previous_quarter_end
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
    day, problem = to_day(parameters.get("dag"), today)
    given = _Given(parameters, levels, day, other_day, [problem] if problem else [])
    level = given.word("niva", MAP_LEVELS, "lpo")
    view = given.view()
    own = tuple(map_indicators.indicators_at(level))
    return Choice(
        day=day,
        level=level,
        view=view,
        indicator=given.word("indikator", own if level == "kommun" else (*own, *figures)),
        since=given.day_before("sedan", day, to_since) or to_since(day),
        region=given.area("region", "polisregion"),
        lan=given.area("lan", "lan"),
        area=given.area("omrade"),
        compare=given.day_before("jamfor", today, to_previous_quarter_end),
        smooth=given.word("utjamnad", (NO, YES)) == YES,
        problems=tuple(given.problems),
        usual_since=None if to_since is to_previous_quarter_end else to_since(day),
    )


@dataclass(frozen=True)
class _Given:
    """An address that is read parameter by parameter, and a sentence for each that was wrong."""

    parameters: Mapping[str, str]
    levels: Mapping[str, str]
    chosen: date
    other_day: Callable[[str], date | None]
    problems: list[str]

    def word(self, name: str, allowed: Sequence[str], usual: str | None = None) -> str:
        value, problem = to_word(self.parameters, name, allowed, usual)
        self.problems.extend([problem] if problem else [])
        return value

    def view(self) -> str | None:
        view = self.parameters.get("vy") or None
        if view is None or view in CITIES or view in self.levels:
            return view
        self.problems.append(_("Vyn ”{view}” finns inte. Hela landet visas.").format(view=view))
        return None

    def day_before(self, name: str, latest: date, to_usual: Callable[[date], date]) -> date | None:
        """A day to compare with; None when none is asked for."""
        text = self.parameters.get(name)
        if not text:
            return None
        value, problem = to_day(text, latest)
        if not problem:
            return value
        usual = to_usual(self.chosen)
        told = _("Dagen ”{text}” kan inte användas för jämförelsen. {day} används i stället.")
        self.problems.append(told.format(text=text, day=formats.day(usual)))
        return usual

    def area(self, name: str, level: str | None = None) -> str | None:
        """An area of the level, or of any."""
        code = self.parameters.get(name)
        if not code:
            return None
        if code in self.levels and level in (None, self.levels[code]):
            return code
        valid_on = self.other_day(code)
        self.problems.append(_area_problem(code, level, valid_on, self.chosen))
        return None


def _area_problem(code: str, level: str | None, valid_on: date | None, day: date) -> str:
    if valid_on is not None and level is None:
        return _(
            "Området ”{code}” fanns inte {day}, men finns {other}. Välj den dagen för att se det."
        ).format(code=code, day=formats.day(day), other=formats.day(valid_on))
    return _("Området ”{code}” finns inte. Valet har tagits bort.").format(code=code)
