"""What is open to everybody without a key, by the setting BOB_OPEN_DATA."""

import re

from data_access.viewer import EVERYTHING, BadViewer, check_limits
from geodata.division import LEVELS
from settings import Settings


class BadOpenData(ValueError):
    """The setting can't be understood. Says how to write it."""


def check_addresses(settings: Settings) -> None:
    """Raises BadOpenData unless contact and licence, where they are set, can stand in the catalogue
    as an e-mail address and a web address."""
    if settings.contact and not re.fullmatch(r"[^\s@<>\"]+@[^\s@<>\"]+", settings.contact):
        raise BadOpenData("BOB_CONTACT must be an e-mail address")
    if settings.licence and not re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", settings.licence):
        raise BadOpenData("BOB_LICENCE must be an address, https://…")


def to_open(text: str) -> frozenset[str]:
    """`entry@level` of all that is open; `*` alone is everything. Raises BadOpenData."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    found = frozenset(EVERYTHING if part == "*" else part for part in parts)
    try:
        check_limits(found)
    except BadViewer as error:
        raise BadOpenData(f"BOB_OPEN_DATA: {error}, or * for everything") from error
    unknown = {one.partition("@")[2] for one in found} - {*LEVELS, "*"}
    if unknown:
        levels = ", ".join(LEVELS)
        wrong = ", ".join(sorted(unknown))
        raise BadOpenData(f"BOB_OPEN_DATA: no level {wrong}; choose of {levels}")
    return found
