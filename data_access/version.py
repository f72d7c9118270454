"""The version of what is recorded: what a cached answer rests on."""

from sqlalchemy import text

from data_access import connect
from data_access.viewer import Viewer

# Ids become visible in the order they are given (`connect.writing`), so the highest id of each
# table tells whether anything has been added; the digest tells whether our facts were renewed.
_VERSION = text("""
SELECT (SELECT MAX(id) FROM council), (SELECT MAX(id) FROM council_area),
       (SELECT MAX(id) FROM council_event), (SELECT MAX(id) FROM area_assessment),
       (SELECT MAX(id) FROM register_entry), (SELECT MAX(id) FROM release),
       (SELECT MAX(id) FROM population_edition), (SELECT MAX(id) FROM picture_frozen),
       (SELECT digest FROM fact_set WHERE name = 'facts')
""")


def fetch_version(*, viewer: Viewer) -> str:
    """A text that changes whenever something is recorded or our facts are renewed."""
    with connect.reading() as connection:
        row = connection.execute(_VERSION).one()
    return ".".join(str(part or 0)[:12] for part in row)
