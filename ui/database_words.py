"""What can be wrong with the database, in words for who reads and for who wanted to save."""

from words import _


def to_reasons() -> dict[str, str]:
    """What is wrong, by the state of the error (`data_access.errors`)."""
    return {
        "database-away": _("Databasen svarar inte just nu."),
        "database-read-only": _("Databasen tar bara emot läsning just nu, för underhåll."),
        "database-full": _("Databasen är full. Säg till den som driver tjänsten."),
        "database-busy": _("Databasen är upptagen av annat arbete."),
        "database-newer": _("Tjänsten uppgraderas just nu."),
    }


def to_problems(after: str = "") -> dict[str, str]:
    """What is wrong and what to do, by the state of the error, each followed by `after`."""
    later = _("Försök igen om en stund.")
    others = {
        "database-full": _("Försök sedan igen."),
        "database-newer": _("Ladda om sidan om en stund och försök igen."),
    }
    return {
        state: f"{words} {others.get(state, later)} {after}".rstrip()
        for state, words in to_reasons().items()
    }
