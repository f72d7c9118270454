"""The tables. What councils do is append-only, with two clocks; the rest is facts we ship. Those
of people and audit come along, so that whoever asks for the schema has all of it."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from data_access.schema_people import (
    ACCESS_TOKEN,
    ACCESS_TOKEN_END,
    API_TOKEN,
    API_TOKEN_END,
    AUDIT,
    AUDIT_HEAD,
    PERSON,
    USER_ACCESS,
    USER_SESSION,
)
from data_access.schema_pictures import (
    PICTURE,
    PICTURE_FROZEN,
    PICTURE_STEP,
    PICTURE_VERSION,
    PICTURE_WITHDRAWAL,
)
from data_access.schema_register import REGISTER_ENTRY
from data_access.schema_release import (
    LEASE,
    RELEASE,
    RELEASED_COUNT,
    RELEASED_REPORT,
    RELEASED_SUM,
)
from data_access.schema_types import METADATA, NaiveTime, UtcTime

__all__ = [
    "ACCESS_TOKEN", "ACCESS_TOKEN_END", "API_TOKEN", "API_TOKEN_END", "APPEND_ONLY", "AREA",
    "AREA_ASSESSMENT", "AREA_MEMBERSHIP", "AUDIT", "AUDIT_HEAD", "COUNCIL",
    "COUNCIL_AREA", "COUNCIL_EVENT", "DELIVERED", "FACT_SET", "FOR_READERS", "LEASE", "METADATA",
    "MILESTONE", "PERSON", "PICTURE", "PICTURE_FROZEN", "PICTURE_STEP", "PICTURE_VERSION",
    "PICTURE_WITHDRAWAL",
    "POPULATION", "POPULATION_COUNT", "POPULATION_EDITION", "REGISTER_ENTRY", "RELEASE",
    "RELEASED_COUNT", "RELEASED_REPORT", "RELEASED_SUM", "USER_ACCESS", "USER_SESSION",
    "NaiveTime", "UtcTime",
]  # fmt: skip

# What a reader's question may need; the rest is of people, of the audit and of the house itself
FOR_READERS = (
    "area",
    "area_assessment",
    "area_membership",
    "council",
    "council_area",
    "council_event",
    "fact_set",
    "milestone",
    "picture_frozen",
    "picture_withdrawal",
    "population",
    "population_count",
    "population_edition",
    "register_entry",
    "release",
    "released_count",
    "released_report",
    "released_sum",
)
APPEND_ONLY = (
    "council",
    "council_area",
    "council_event",
    "area_assessment",
    "user_access",
    "register_entry",
    "release",
    "population_edition",
    "access_token",
    "api_token",
    "picture",
    "picture_version",
    "picture_step",
    "picture_frozen",
    "picture_withdrawal",
)


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
# A year's official population as it was read, in place of POPULATION on that day; never changed
POPULATION_EDITION = Table(
    "population_edition",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("as_of", Date, nullable=False, index=True),
    Column("has_total", Boolean, nullable=False),  # of all ages, beside those of the young
    Column("recorded_at", UtcTime, nullable=False),
    Column("recorded_by", String(100), nullable=False),
    Column("source", Text, nullable=False),
)
POPULATION_COUNT = Table(
    "population_count",
    METADATA,
    Column("edition", ForeignKey("population_edition.id"), primary_key=True),
    Column("area", ForeignKey("area.code"), primary_key=True),
    Column("sex", String(10), primary_key=True),
    Column("age_group", String(10), primary_key=True),
    Column("persons", Integer, nullable=False),
    CheckConstraint("persons >= 0", name="persons"),
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
# The last deed of the store of what is reported that has been carried over (raw.delivery)
DELIVERED = Table(
    "delivered",
    METADATA,
    Column("id", Integer, primary_key=True),  # 1
    Column("last", Integer, nullable=False),
    Column("at", UtcTime),
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
    # which row of which unit of what was reported has told it
    Column("reported_as", String(200), index=True),
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
    Column("reported_as", String(200), index=True),
    *_recorded(),
    CheckConstraint("prioritised IS NOT NULL OR supersedes IS NOT NULL", name="withdrawn"),
    Index(None, "area_code", "effective_on", "recorded_at", "id"),
)
