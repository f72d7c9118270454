"""Support material for councils, from our own table of facts."""

import pandas as pd

from data_access.cache import cached
from data_access.frames import to_frame
from data_access.public import load_support
from data_access.viewer import Viewer
from words import said

COLUMNS = {
    "title": "str",
    "owner": "str",
    "day": "object",
    "url": "str",
    "about": "str",
    "source": "str",
}


@cached
def fetch_support(*, viewer: Viewer) -> pd.DataFrame:  # noqa: ARG001 - the key of what is kept
    """Every piece of support material: title, owner, day (None = not known), url ('' where none is
    known), about, source. Public: every viewer sees them."""
    rows = [tuple(row[name] for name in COLUMNS) for row in load_support()]
    found = to_frame(rows, COLUMNS)
    return found.assign(title=found["title"].map(said), about=found["about"].map(said))
