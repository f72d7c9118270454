"""Every page's address, as one whom the page is for."""

from pages.menu import START, entries

_ROLES = {
    "rapportera": "rapportor", "granska": "nationell-samordnare",
    "register": "nationell-samordnare", "anvandare": "administrator", "nycklar": "administrator",
    "logg": "administrator", "drift": "administrator",
}  # fmt: skip


def to_path(name: str) -> str:
    """The page's path, with the role that it is shown for."""
    path = "/" if name == START else f"/{name}"
    return f"{path}?roll={_ROLES[name]}" if name in _ROLES else path


PAGES = [to_path(entry.name) for entry in entries()]
