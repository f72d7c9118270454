"""What is said of those who have been absent for quarters in a row."""

from collections import Counter

from indicators.absence import Judged
from indicators.participation import State
from ui.meeting_words import group_name
from words import _, plural


def absent(group: str, judged: Judged) -> str:
    """In how many of the councils that can be judged, and why others can't."""
    name = group_name(group)
    if not judged.judged:
        said = _("**{name}**: inget råd kan bedömas.").format(name=name)
    else:
        of = plural("{n} råd som kan bedömas", "{n} råd som kan bedömas", judged.judged)
        words = _("**{name}**: frånvarande de två senaste kvartalen som räknas i {count} av {of}.")
        said = words.format(name=name, count=len(judged.absences), of=of)
    return " ".join(part for part in (said, unknown(judged)) if part)


def unknown(judged: Judged) -> str:
    """How many could not be judged, and why."""
    if not judged.unknown:
        return ""
    counts = Counter(judged.unknown.values()).most_common()
    why = ", ".join(_why(state, count) for state, count in counts)
    words = plural("{n} råd kan inte bedömas", "{n} råd kan inte bedömas", len(judged.unknown))
    return f"{words} ({why})."


def _why(state: State, count: int) -> str:
    words = {
        State.NO_MEETING: _("utan möte"),
        State.MISSING: _("utan uppgift"),
        State.NOT_APPLICABLE: _("ej tillämpligt"),
        State.NOT_LISTED: _("där aktören inte är med"),
        State.NOT_REPORTED: _("som inte har rapporterat"),
    }.get(state)
    return f"{count} {words}" if words else plural("{n} nytt", "{n} nya", count)


def rule() -> str:
    """How absence is judged."""
    return _(
        "Ett kvartal räknas när rådet har rapporterat det, höll minst ett möte och har sagt hur "
        "många aktören kom till. Andra kvartal är varken närvaro eller frånvaro: ett kvartal som "
        "inte är rapporterat bryter ingen rad och gör ingen. De två senaste som räknas ska ligga "
        "inom ett år. Medlem eller adjungerad spelar ingen roll här."
    )
