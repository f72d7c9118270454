"""Publishing: what the next release would bring, making it, those that are made, and how they
differ."""

from data_access.release_changes import fetch_changes
from data_access.releases import Release, fetch_releases
from data_access.viewer import Viewer
from pages import release_next
from pages.protection_set import to_protection
from pages.release_names import to_names
from ui import notices, release_compare, release_notices, release_view


def show(viewer: Viewer) -> None:
    """The view of Granska. Who publishes sees what the next release would bring."""
    notices.show(release_notices.PLACE)
    release_view.show_explanation(*to_protection())
    if viewer.makes_releases:
        release_next.show(viewer)
    releases = fetch_releases(viewer=viewer)
    release_view.show_releases(releases)
    if len(releases) > 1:
        _show_comparison(releases, viewer)
    if releases:
        release_view.show_quality(releases)


def _show_comparison(releases: tuple[Release, ...], viewer: Viewer) -> None:
    before, after, level = release_compare.show_choice([one.number for one in releases])
    found = fetch_changes(level, before=before, after=after, viewer=viewer)
    names = to_names(found["period"], viewer=viewer)
    release_compare.show(found, names, before, after)
