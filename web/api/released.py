"""Releases and entries of the register that are asked for, and what is told of each figure."""

import settings
from data_access.register import fetch_register
from data_access.releases import Release, fetch_releases
from data_access.viewer import Viewer
from reporting.register import Entry, Listing
from web.api.problems import Problem
from words import SOURCE, _, language, said, spoken

COUNTED = (Listing.INDICATOR, Listing.MEASURE)


def find_release(number: int | None, viewer: Viewer) -> Release:
    """The release, the latest for None. Raises Problem."""
    releases = fetch_releases(viewer=viewer)
    found = [one for one in releases if number in (None, one.number)]
    if not found:
        detail = _("Inga utgåvor finns ännu.")
        if releases:
            detail = _("Den senaste är {number}.").format(number=releases[0].number)
        raise Problem("ingen-utgava", detail)
    return found[0]


def find_entry(code: str, viewer: Viewer) -> Entry:
    """What is counted: an indicator, or a kind of measure. Raises Problem."""
    register = fetch_register(viewer=viewer)
    for listing in COUNTED:
        found = register.all_of(listing).get(code)
        if found is not None:
            return found
    raise Problem("ingen-indikator", _("Koderna står i /api/v1/indicators."))


def to_entries(viewer: Viewer) -> list[Entry]:
    """All that is counted, in the register's order, of which the viewer sees some level."""
    register = fetch_register(viewer=viewer)
    entries = [entry for listing in COUNTED for entry in register.all_of(listing).values()]
    return [entry for entry in entries if sees_some_level(viewer, entry.code)]


def to_words(entry: Entry) -> dict[str, str]:
    """What the entry says to people in the run's language, by the names that answers have."""
    return {
        "namn": entry.name,
        "definition": entry.definition,
        "enhet": said(entry.unit),
        "kalla": entry.source,
        "rakneregel": entry.counting_rule,
    }


def to_kept(entry: Entry, viewer: Viewer) -> tuple[str, ...]:
    """Those of `to_words` that nobody has translated: the names of what is as it was written."""
    if language() == SOURCE:
        return ()
    own = to_words(entry)
    with spoken(SOURCE):
        written = fetch_register(viewer=viewer).all_of(entry.listing)[entry.code]
        as_written = to_words(written)
    return tuple(name for name, text in own.items() if text and text == as_written[name])


def sees_some_level(viewer: Viewer, code: str) -> bool:
    """Whether the viewer sees figures of the entry on any level."""
    if viewer.only is None:
        return True
    return any(one.partition("@")[0] in (code, "*") for one in viewer.only)


def is_example() -> bool:
    """Whether all that is reported is example data."""
    return settings.load().example
