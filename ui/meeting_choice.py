"""What Deltagande is asked to show beside area and day, read from the address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indicators.participation import INVITED, MEMBER
from indicators.periods import BadPeriod, Quarter, period_name, quarters_before
from ui.checked import to_checked
from words import _

LOCAL, REGIONAL = "lokala", "regionala"
ONE, YEAR = "1", "4"
# parameter → what it may be; the first is meant when it is not there
ALLOWED: dict[str, tuple[str, ...]] = {
    "rad": (LOCAL, REGIONAL),
    "form": (MEMBER, INVITED),
    "kvartal": (ONE, YEAR),
}
PARAMETERS = (*ALLOWED, "period")


@dataclass(frozen=True)
class MeetingChoice:
    """The quarter, how many that end with it (1 or 4), of local or regional councils, and of those
    who are members or invited."""

    period: Quarter
    quarters: int = 1
    councils: str = LOCAL
    form: str = MEMBER

    @property
    def window(self) -> list[Quarter]:
        """The quarters that are counted, the newest last."""
        return quarters_before(self.period.following, self.quarters)

    @property
    def before(self) -> list[Quarter]:
        """As many quarters before them."""
        return quarters_before(self.window[0], self.quarters)


def to_meeting_choice(
    parameters: Mapping[str, str], periods: Sequence[Quarter], newest: Quarter
) -> tuple[MeetingChoice, dict[str, str]]:
    """The checked choice, and a sentence by parameter that was wrong. `periods` may be chosen, in
    order of time; `newest` is meant when none is."""
    values, problems = to_checked(parameters, ALLOWED)
    period, problem = _to_period(parameters.get("period"), periods, newest)
    if problem:
        problems["period"] = problem
    councils, form, quarters = values.values()
    return MeetingChoice(period, int(quarters), councils, form), problems


def _to_period(
    text: str | None, periods: Sequence[Quarter], newest: Quarter
) -> tuple[Quarter, str | None]:
    if not text:
        return newest, None
    try:
        asked = Quarter.parse(text)
    except BadPeriod:
        problem = _("Kvartalet ”{text}” kunde inte läsas. Skriv det som 2026K3. {newest} visas.")
        return newest, problem.format(text=text, newest=period_name(str(newest)))
    if asked in periods:
        return asked, None
    problem = _("Kvartalet {asked} kan inte visas: välj {first} till {last}. {newest} visas.")
    names = {"asked": asked, "first": periods[0], "last": periods[-1], "newest": newest}
    return newest, problem.format(**{k: period_name(str(one)) for k, one in names.items()})


def councils_name(councils: str) -> str:
    """Which councils, in words."""
    return _("Regionala råd") if councils == REGIONAL else _("Lokala råd")


def form_name(form: str) -> str:
    """In which form one takes part, of several, in words."""
    return _("Adjungerade") if form == INVITED else _("Medlemmar")


def window_name(window: Sequence[Quarter]) -> str:
    """`2026 K3`, or `2025 K4–2026 K3`."""
    names = [period_name(str(one)) for one in (window[0], window[-1])]
    return names[0] if len(window) == 1 else "–".join(names)
