"""The government's decisions and deadlines."""

import pandas as pd
from sqlalchemy import Date, text

from data_access.cache import cached
from data_access.connect import reading
from data_access.frames import to_frame
from data_access.viewer import Viewer
from words import said

COLUMNS = {"day": "object", "event": "str", "kind": "str", "source": "str"}

_MILESTONES = text("SELECT day, event, kind, source FROM milestone ORDER BY day, event").columns(
    day=Date
)


@cached
def fetch_milestones(*, viewer: Viewer) -> pd.DataFrame:
    """Every milestone in order: day, event (in the run's language), kind (underlag, beslut, frist,
    redovisning, stöd), source. The country's, and public: every viewer sees them."""
    with reading() as connection:
        found = to_frame(connection.execute(_MILESTONES), COLUMNS)
    return found.assign(event=found["event"].map(said))
