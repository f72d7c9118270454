"""The tables. What councils do is append-only, with two clocks; the rest is facts we ship."""

from datetime import UTC, datetime

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
METADATA = MetaData(naming_convention=NAMES)
APPEND_ONLY = ("council", "council_area", "council_event", "area_assessment", "user_access")


class NaiveTime(ValueError):
    """A moment without a time zone could be any of a day's hours."""

    def __init__(self, moment: datetime):
        super().__init__(f"{moment} has no time zone; give it in UTC")


class UtcTime(TypeDecorator[datetime]):
    """A moment, in UTC on both engines, so that comparisons are the same on both."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """UTC; SQLite keeps text without a zone, so the zone is taken off there."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise NaiveTime(value)
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Always with the zone UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _recorded() -> list[Column[object]]:
    return [
        Column("recorded_at", UtcTime, nullable=False),
        Column("recorded_by", String(100), nullable=False),
        Column("source", Text, nullable=False),
        Column("is_example", Boolean, nullable=False),
    ]


AREA = Table(
    "area",
    METADATA,
    Column("code", String(60), primary_key=True),
    Column("level", String(20), nullable=False),
    Column("name", String(100), nullable=False),
    Column("parent", ForeignKey("area.code")),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="days"),
)
AREA_MEMBERSHIP = Table(
    "area_membership",
    METADATA,
    Column("kommun", ForeignKey("area.code"), primary_key=True),
    Column("lpo", ForeignKey("area.code"), primary_key=True),
    Column("part", Text, nullable=False),
    Column("share", Float, nullable=False),
    Column("valid_from", Date, primary_key=True),
    Column("valid_to", Date),
    Column("source", Text, nullable=False),
    Column("confidence", String(10), nullable=False),
    CheckConstraint("share > 0 AND share <= 1", name="share"),
)
POPULATION = Table(
    "population",
    METADATA,
    Column("area", ForeignKey("area.code"), primary_key=True),
    Column("sex", String(10), primary_key=True),
    Column("age_group", String(10), primary_key=True),
    Column("as_of", Date, primary_key=True),
    Column("persons", Integer, nullable=False),
    Column("status", String(10), nullable=False),
    Column("source", Text, nullable=False),
)
MILESTONE = Table(
    "milestone",
    METADATA,
    Column("day", Date, primary_key=True),
    Column("event", String(300), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("source", Text, nullable=False),
)
# Which edition of our own tables the database holds, so that a start can tell at a glance
FACT_SET = Table(
    "fact_set",
    METADATA,
    Column("name", String(20), primary_key=True),
    Column("digest", String(64), nullable=False),
)
COUNCIL = Table(
    "council",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("code", String(80), nullable=False, unique=True),
    Column("name", String(200), nullable=False),
    Column("level", String(20), nullable=False),
    Column("convener", Text),
    Column("coordinating_lan", ForeignKey("area.code")),
    Column("builds_on", Text),
    Column("confidence", String(10)),
    *_recorded(),
    CheckConstraint("level IN ('nationell', 'regional', 'lokal')", name="level"),
)
COUNCIL_AREA = Table(
    "council_area",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("council_id", ForeignKey("council.id"), nullable=False),
    Column("area_code", ForeignKey("area.code"), nullable=False),
    Column("covers", Boolean, nullable=False),
    Column("effective_on", Date, nullable=False),
    *_recorded(),
    Index(None, "council_id", "area_code", "effective_on"),
)
COUNCIL_EVENT = Table(
    "council_event",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("council_id", ForeignKey("council.id"), nullable=False),
    Column("stage", String(20)),
    Column("effective_on", Date, nullable=False),
    Column("note", Text),
    Column("reason", Text),
    Column("confidence", String(10)),
    # unique: a row is corrected once; a second thought corrects the correction
    Column("supersedes", ForeignKey("council_event.id"), unique=True),
    *_recorded(),
    CheckConstraint(
        "stage IN ('ej-paborjat', 'kartlaggning', 'planerat', 'uppstartat', 'etablerat',"
        " 'vilande', 'ej-aktuellt')",
        name="stage",
    ),
    CheckConstraint("stage IS NOT NULL OR supersedes IS NOT NULL", name="withdrawn"),
    CheckConstraint(
        "stage <> 'ej-aktuellt' OR (reason IS NOT NULL AND length(reason) > 0)", name="reason"
    ),
    Index(None, "council_id", "effective_on", "recorded_at", "id"),
)
AREA_ASSESSMENT = Table(
    "area_assessment",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("area_code", ForeignKey("area.code"), nullable=False),
    Column("prioritised", Boolean),
    Column("reason", Text, nullable=False),
    Column("effective_on", Date, nullable=False),
    Column("supersedes", ForeignKey("area_assessment.id"), unique=True),
    *_recorded(),
    CheckConstraint("prioritised IS NOT NULL OR supersedes IS NOT NULL", name="withdrawn"),
    Index(None, "area_code", "effective_on", "recorded_at", "id"),
)
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
