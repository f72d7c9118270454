"""The words, signs and tints of a report's state, the same wherever it is reviewed."""

from datetime import datetime

from babel.dates import format_date

from indicators.reporting import MISSING, RETURNED
from ui.formats import LOCALE, day_of
from words import _

LATE = "sen"  # shown in place of `saknas` when its day has passed
SENT, APPROVED, UNLOCKED = "inlamnad", "godkand", "upplast"
STATES = (MISSING, LATE, SENT, RETURNED, APPROVED, UNLOCKED)
# A sign of its own shape beside each word, and a tint that black text is easily read on
SIGNS = {MISSING: "○", LATE: "!", SENT: "◆", RETURNED: "↩", APPROVED: "✓", UNLOCKED: "◇"}
TINTS = {
    LATE: "#fbe0d0",
    SENT: "#dbe6f3",
    RETURNED: "#fff1c9",
    APPROVED: "#e4f2e4",
    UNLOCKED: "#ece6f3",
}


def state_labels() -> dict[str, str]:
    """Every state in a word, in the order of the way."""
    return {
        MISSING: _("saknas"),
        LATE: _("sen"),
        SENT: _("inlämnad"),
        RETURNED: _("komplettering begärd"),
        APPROVED: _("godkänd"),
        UNLOCKED: _("upplåst"),
    }


def short_labels() -> dict[str, str]:
    """As `state_labels`, for a narrow cell."""
    return state_labels() | {RETURNED: _("komplettering")}


def with_sign(state: str, *, short: bool = False) -> str:
    """`✓ godkänd`: the sign tells states apart where colours can't."""
    labels = short_labels() if short else state_labels()
    return f"{SIGNS.get(state, '')} {labels.get(state, state)}".strip()


def short_day(at: datetime | None) -> str:
    """`20 okt.`, for a narrow cell; nothing when there is no day."""
    day = day_of(at)
    return "" if day is None else format_date(day, "d MMM", locale=LOCALE)
