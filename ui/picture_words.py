"""What states, steps and kinds of lägesbilder are called, and what is said of many of them."""

from collections.abc import Sequence
from datetime import date, datetime

from indicators.text_changes import CHANGED, GONE, NEW, Pair
from reporting.picture_text import CHART, FIGURE, MAP, Marker
from ui import formats
from ui.headings import as_text
from words import _, plural


def area_title(level: str, name: str) -> str:
    """An area as a title has it: `Polisregion Nord`, `Sverige`."""
    if level == "riket":
        return _("Sverige")
    titles = {
        "polisregion": _("Polisregion {name}"),
        "polisomrade": _("Polisområde {name}"),
        "lpo": _("Lokalpolisområde {name}"),
        "kommun": _("{name} (kommun)"),
    }
    return titles.get(level, "{name}").format(name=name)


def state_name(state: str) -> str:
    """Where a lägesbild stands."""
    return {
        "utkast": _("utkast"),
        "inskickad": _("väntar på godkännande"),
        "tillbaka": _("tillbaka för ändring"),
        "godkand": _("godkänd, väntar på publicering"),
        "publicerad": _("publicerad"),
        "kastad": _("kastad"),
        "tillbakadragen": _("tillbakadragen"),
    }[state]


def standing(state: str, version: int, at: datetime) -> list[str]:
    """Where it stands, and since when: `at` is when the version was saved, or it was withdrawn."""
    if state == "tillbakadragen":
        return [_("tillbakadragen {day}").format(day=formats.short_day(formats.day_of(at)))]
    saved = _("version {n}, {at}").format(n=version, at=formats.moment(at))
    return [state_name(state), saved]


def step_name(step: str) -> str:
    """What was done."""
    return {
        "utkast": _("Ny text"),
        "inskickad": _("Inskickad"),
        "tillbaka": _("Tillbaka för ändring"),
        "godkand": _("Godkänd"),
        "publicerad": _("Publicerad"),
        "kastad": _("Kastad"),
        "tillbakadragen": _("Tillbakadragen"),
        "kommentar": _("Kommentar"),
    }[step]


def kind_name(kind: str) -> str:
    """What a marker stands for."""
    return {FIGURE: _("Siffra"), CHART: _("Diagram"), MAP: _("Karta")}[kind]


def headline(
    titles: Sequence[str], newest: date | None, waiting: int, where: str = "", *, writes: bool
) -> str:
    """How many there are in the choice, the newest, and what waits (markdown); `where` is the
    choice in words."""
    of = _(" för {where}").format(where=as_text(where)) if where else ""
    if not titles:
        said = _("Inga lägesbilder är publicerade{of}.").format(of=of)
    else:
        count = plural(
            "**{n} publicerad lägesbild**", "**{n} publicerade lägesbilder**", len(titles)
        )
        said = _("{count}{of}. Den senaste är läget {day}: {title}.").format(
            count=count, of=of, day=formats.day(newest), title=as_text(titles[0])
        )
    if not writes:
        return said
    told = plural("**{n} väntar på dig.**", "**{n} väntar på dig.**", waiting)
    return f"{said} {told if waiting else _('Inget väntar på dig.')}"


def unknown_marker(marker: Marker, known: Sequence[str]) -> str:
    """Said of a marker whose name is none."""
    return _("”{marker}” finns inte. Till {kind} finns: {known}.").format(
        marker=str(marker), kind=kind_name(marker.kind).lower(), known=", ".join(known)
    )


def no_release(marker: Marker) -> str:
    """Said of a counted figure before there is a release."""
    return _("”{marker}” behöver en utgåva, och lägesbilden vilar inte på någon.").format(
        marker=str(marker)
    )


def not_here(marker: Marker) -> str:
    """Said of what can't be shown of an area of that level."""
    return _("”{marker}” går inte att visa för ett område av den här nivån.").format(
        marker=str(marker)
    )


def differences(pairs: Sequence[Pair]) -> str:
    """How two texts differ, in a sentence."""
    counts = {change: sum(one.change == change for one in pairs) for change in (NEW, CHANGED, GONE)}
    if not any(counts.values()):
        return _("Texterna är lika.")
    said = [
        plural("{n} stycke är nytt", "{n} stycken är nya", counts[NEW]) if counts[NEW] else "",
        plural("{n} är ändrat", "{n} är ändrade", counts[CHANGED]) if counts[CHANGED] else "",
        plural("{n} är borttaget", "{n} är borttagna", counts[GONE]) if counts[GONE] else "",
    ]
    told = [one for one in said if one]
    if not counts[NEW]:
        told[0] = _("stycken: {first}").format(first=told[0])
    sentence = ", ".join(told)
    return sentence[0].upper() + sentence[1:] + "."


def change_name(change: str) -> str:
    """What has become of a paragraph."""
    return {NEW: _("nytt"), CHANGED: _("ändrat"), GONE: _("borttaget")}.get(change, "")
