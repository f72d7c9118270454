"""The tables of people, what they may do, their sessions, and the audit."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from data_access.schema_types import METADATA, UtcTime

# A person's pseudonym, random, and whom it stands for; without the row nobody can tell
PERSON = Table(
    "person",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("issuer", String(500), nullable=False),
    Column("subject", String(255), nullable=False),
    UniqueConstraint("issuer", "subject"),
)
# What a person may do: the newest row holds; areas and reports are codes between spaces
USER_ACCESS = Table(
    "user_access",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("person", ForeignKey("person.id"), nullable=False),
    Column("role", String(30), nullable=False),
    Column("areas", Text, nullable=False),
    Column("reports", Text, nullable=False),
    Column("label", String(200), nullable=False),
    Column("blocked", Boolean, nullable=False),
    Column("valid_to", Date),
    Column("recorded_at", UtcTime, nullable=False),
    Column("recorded_by", String(100), nullable=False),
    Index(None, "person", "id"),
)
USER_SESSION = Table(
    "user_session",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("person", ForeignKey("person.id"), nullable=False),
    Column("started_at", UtcTime, nullable=False),
    Column("seen_at", UtcTime, nullable=False),
    Column("ended_at", UtcTime),
)
# By which programs read in a person's stead; the key itself is nowhere
ACCESS_TOKEN = Table(
    "access_token",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("person", String(100), nullable=False, index=True),  # a pseudonym
    Column("label", String(100), nullable=False),
    Column("digest", String(64), nullable=False, unique=True),
    Column("areas", Text, nullable=False),
    Column("valid_to", Date, nullable=False),
    Column("recorded_at", UtcTime, nullable=False),
    Column("recorded_by", String(100), nullable=False),
)
ACCESS_TOKEN_END = Table(
    "access_token_end",
    METADATA,
    Column("token", ForeignKey("access_token.id"), primary_key=True),
    Column("ended_at", UtcTime, nullable=False),
    Column("ended_by", String(100), nullable=False),
)
# By which programs of others read open data; the key itself is nowhere. Codes between spaces
API_TOKEN = Table(
    "api_token",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("label", String(100), nullable=False),  # whom it is for
    Column("digest", String(64), nullable=False, unique=True),
    Column("areas", Text, nullable=False),
    Column("entries", Text, nullable=False),
    Column("valid_to", Date, nullable=False),
    Column("recorded_at", UtcTime, nullable=False),
    Column("recorded_by", String(100), nullable=False),
)
API_TOKEN_END = Table(
    "api_token_end",
    METADATA,
    Column("token", ForeignKey("api_token.id"), primary_key=True),
    Column("ended_at", UtcTime, nullable=False),
    Column("ended_by", String(100), nullable=False),
)
AUDIT = Table(
    "audit",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", UtcTime, nullable=False, index=True),
    Column("subject", String(100), nullable=False),
    Column("role", String(30), nullable=False),
    Column("action", String(30), nullable=False),
    Column("what", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("purged_through", Integer, index=True),
    Column("previous", String(64), nullable=False),
    Column("digest", String(64), nullable=False),
    # a purge row stays itself, so that the audit can't be emptied by its own means
    CheckConstraint("purged_through < id", name="purge"),
)
# One row: the newest audit row, so that one removed from the end shows too
AUDIT_HEAD = Table(
    "audit_head",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("last", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
)
