"""What can be wrong with the database, in words for who wanted to save something."""

from words import _


def to_problems(after: str = "") -> dict[str, str]:
    """What is wrong and what to do, by the state of the error (`data_access.errors`), each
    followed by `after`."""
    said = {
        "database-away": _("Databasen svarar inte just nu. Försök igen om en stund."),
        "database-read-only": _(
            "Databasen tar bara emot läsning just nu, för underhåll. Försök igen om en stund."
        ),
        "database-full": _(
            "Databasen är full. Säg till den som driver tjänsten, och försök sedan igen."
        ),
        "database-busy": _("Databasen är upptagen av annat arbete. Försök igen om en stund."),
        "database-newer": _(
            "Tjänsten uppgraderas just nu. Ladda om sidan om en stund och försök igen."
        ),
    }
    return {state: f"{words} {after}".rstrip() for state, words in said.items()}
