"""What Trender is asked to show beside area and day, read from the address."""

from collections.abc import Mapping
from dataclasses import dataclass

from ui.checked import to_checked
from words import _

TOTAL = "totalt"
SEXES, AGES = ("kvinna", "man"), ("12-14", "15-17", "18-20")
QUARTER, YEAR = "kvartal", "ar"
RATE, COUNT = "andel", "antal"
COUNTRY, REGION, NOTHING = "riket", "region", "inget"
COURSE, AREAS, REGIONS, SEXES_VIEW, PUBLISHED = (
    "utveckling", "omraden", "regioner", "kon", "publicerat",
)  # fmt: skip


@dataclass(frozen=True)
class TrendChoice:
    """Which indicator (code), sex, age group, period, measure, set against what, in which view."""

    indicator: str
    sex: str = TOTAL
    age: str = TOTAL
    by: str = QUARTER
    measure: str = RATE
    against: str = COUNTRY
    view: str = COURSE

    @property
    def is_rate(self) -> bool:
        """Whether rates are shown, and not counts."""
        return self.measure == RATE


# parameter → what it may be; the first is meant when it is not there
ALLOWED: dict[str, tuple[str, ...]] = {
    "kon": (TOTAL, *SEXES),
    "alder": (TOTAL, *AGES),
    "tid": (QUARTER, YEAR),
    "matt": (RATE, COUNT),
    "mot": (COUNTRY, REGION, NOTHING),
    "bild": (COURSE, AREAS, REGIONS, SEXES_VIEW, PUBLISHED),
}


def to_trend_choice(
    parameters: Mapping[str, str], indicator: str, *, split: bool
) -> tuple[TrendChoice, dict[str, str]]:
    """The checked choice, and a sentence by parameter that was wrong. Of an indicator that is not
    `split` by sex and age there is only the total."""
    values, problems = to_checked(parameters, ALLOWED)
    for name in ("kon", "alder"):
        if not split and values[name] != TOTAL:
            problems[name] = _("Uppgiften finns inte uppdelad på kön och ålder. Alla visas.")
            values[name] = TOTAL
    sex, age, by, measure, against, view = values.values()
    return TrendChoice(indicator, sex, age, by, measure, against, view), problems


def sex_name(sex: str) -> str:
    """A sex in words, of young people."""
    return {"kvinna": _("Flickor"), "man": _("Pojkar")}.get(sex, _("Alla"))


def age_name(age: str) -> str:
    """`15–17 år`; all of them are 12–20."""
    return _("{age} år").format(age="12–20" if age == TOTAL else age.replace("-", "–"))


def view_name(view: str) -> str:
    """A view of the page in words."""
    return {
        COURSE: _("Utveckling"),
        AREAS: _("Områden mot snittet"),
        REGIONS: _("Region för region"),
        SEXES_VIEW: _("Flickor och pojkar"),
        PUBLISHED: _("Publicerad statistik"),
    }[view]
