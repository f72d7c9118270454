"""The table of the register: each row is a version of an entry; the newest holds."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from data_access.schema_types import METADATA, UtcTime

REGISTER_ENTRY = Table(
    "register_entry",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("listing", String(20), nullable=False),
    Column("code", String(60), nullable=False),
    Column("version", Integer, nullable=False),
    Column("name", String(200), nullable=False),
    Column("definition", Text, nullable=False),
    Column("unit", String(60), nullable=False),
    Column("polarity", String(20), nullable=False),
    Column("counting_rule", Text, nullable=False),
    Column("split", String(20), nullable=False),
    Column("reporter", String(100), nullable=False),
    Column("level", String(20), nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("other_names", Text, nullable=False),  # with | between
    Column("recorded_at", UtcTime, nullable=False),
    Column("recorded_by", String(100), nullable=False),
    Column("source", Text, nullable=False),  # of the definition
    Column("is_example", Boolean, nullable=False),
    # of two who edit the same version at once, one is told
    UniqueConstraint("listing", "code", "version"),
    CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="days"),
    CheckConstraint("version >= 1", name="version"),
)
