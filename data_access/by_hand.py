"""Who works at the command line, as the records and the audit know her."""

from collections.abc import Iterable

import settings
from data_access.viewer import Role, Viewer

OPERATOR = "driften"


def to_operator(role: str, areas: Iterable[str]) -> Viewer:
    """The one at the command line, in a role, answering for the areas. Raises BadViewer."""
    own = frozenset(code for code in areas if code)
    return Viewer(Role(role), own, own, subject=OPERATOR, example=settings.load().example)
