"""The accessibility statement, of whom the settings name."""

import settings
from ui import about_accessibility


def show() -> None:
    """The statement in full."""
    chosen = settings.load()
    owner = about_accessibility.Owner(chosen.publisher, chosen.contact)
    about_accessibility.show(owner, demonstration=not chosen.signs_in)
