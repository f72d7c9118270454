"""Whose something is that a visit keeps, and a viewer narrowed to what one reading needs."""

from collections.abc import Iterable
from dataclasses import replace

from data_access.submissions import to_own
from data_access.viewer import Viewer
from reporting.rows import Unit

Who = tuple[Viewer, str]


def to_who(viewer: Viewer) -> Who:
    """Who it is, for what a visit keeps: what was one's must not be shown to another, or to the
    same person in another role. Viewers alone are equal when their scopes are."""
    return viewer, viewer.subject


def narrowed(viewer: Viewer, units: Iterable[Unit]) -> Viewer:
    """The viewer answering for the units' areas only, so that no more is read than needed. Those
    that she does not answer for are left out: nobody is ever widened. Raises DatabaseUnavailable.
    """
    own = to_own(viewer, units)
    return replace(viewer, reports=frozenset(unit.area for unit in own))
