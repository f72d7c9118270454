"""What people write beside a report can't be taken back: it must point out nobody."""

from reporting.personal import find_personal, to_label
from words import _


def to_refusal(text: str) -> str:
    """Why a text can't be kept, and what to do; '' when it points out nobody."""
    found = find_personal(text)
    if not found:
        return ""
    labels = [to_label(kind) for kind in dict.fromkeys(one.kind for one in found)]
    return _(
        "Texten ser ut att innehålla {what}. Det som skrivs här sparas för alltid, så skriv den "
        "utan uppgifter om enskilda personer."
    ).format(what=_(" och ").join(labels))
