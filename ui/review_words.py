"""The words, signs and tints of a report's state, the same wherever it is reviewed."""

from datetime import datetime

from babel.dates import format_date

from indicators.reporting import APPROVED, MISSING, PUBLISHED, RETURNED, SENT, UNLOCKED
from ui.formats import day_of, locale
from ui.report_words import told_state
from words import _

LATE = "sen"  # shown in place of `saknas` when its day has passed
STATES = (MISSING, LATE, SENT, RETURNED, APPROVED, PUBLISHED, UNLOCKED)
# A sign of its own shape beside each word, and a tint to see through: the page's text is easily
# read on it, dark on light or light on dark
SIGNS = {
    MISSING: "○",
    LATE: "!",
    SENT: "◆",
    RETURNED: "↩",
    APPROVED: "✓",
    PUBLISHED: "■",
    UNLOCKED: "◇",
}
TINTS = {
    LATE: "rgba(239, 131, 67, 0.25)",
    SENT: "rgba(111, 155, 207, 0.25)",
    RETURNED: "rgba(255, 199, 39, 0.25)",
    APPROVED: "rgba(147, 203, 147, 0.25)",
    PUBLISHED: "rgba(79, 163, 91, 0.25)",
    UNLOCKED: "rgba(179, 155, 207, 0.25)",
}


def state_labels() -> dict[str, str]:
    """Every state in a word, in the order of the way."""
    return {
        MISSING: _("saknas"),
        LATE: _("försenad"),
        SENT: _("inlämnad"),
        RETURNED: _("komplettering begärd"),
        APPROVED: _("godkänd"),
        PUBLISHED: _("publicerad"),
        UNLOCKED: _("upplåst"),
    }


def short_labels() -> dict[str, str]:
    """As `state_labels`, for a narrow cell."""
    return state_labels() | {RETURNED: _("komplettering")}


def with_sign(state: str, *, short: bool = False) -> str:
    """`✓ godkänd`: the sign tells states apart where colours can't."""
    labels = short_labels() if short else state_labels()
    return f"{SIGNS.get(state, '')} {labels.get(state, state)}".strip()


def told_with_sign(state: str, release: int | None, *, replaced: bool = False) -> str:
    """As `with_sign`, with the release that it is published in: `■ publicerad i utgåva 3`."""
    said = told_state(state, release, replaced=replaced)
    published = release is not None and (replaced or state == APPROVED)
    return f"{SIGNS[PUBLISHED] if published else SIGNS.get(state, '')} {said}".strip()


def short_day(at: datetime | None) -> str:
    """`20 okt.`, for a narrow cell; nothing when there is no day."""
    day = day_of(at)
    return "" if day is None else format_date(day, "d MMM", locale=locale())
