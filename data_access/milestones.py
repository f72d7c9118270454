"""The government's decisions and deadlines."""

import pandas as pd
from sqlalchemy import Date, text

from data_access.cache import cached
from data_access.connect import reading
from data_access.frames import to_frame
from data_access.viewer import Viewer

COLUMNS = {"day": "object", "event": "str", "kind": "str", "source": "str"}

_MILESTONES = text("SELECT day, event, kind, source FROM milestone ORDER BY day, event").columns(
    day=Date
)


@cached
def fetch_milestones(*, viewer: Viewer) -> pd.DataFrame:
    """Every milestone in order: day, event, kind (underlag, beslut, frist, redovisning, stöd),
    source. The country's, and public: every viewer sees them."""
    with reading() as connection:
        return to_frame(connection.execute(_MILESTONES), COLUMNS)
