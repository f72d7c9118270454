"""The tables of what readers see of counts: numbered releases that never change, protected."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from data_access.schema_types import METADATA, UtcTime

RELEASE = Table(
    "release",
    METADATA,
    Column("id", Integer, primary_key=True),  # its number
    # what it was made of stands under the token in the store of what is reported
    Column("token", String(32), nullable=False, unique=True),
    Column("base", Integer, nullable=False),
    Column("method", String(20), nullable=False, server_default="avrundning"),
    Column("key_print", String(16), nullable=False),  # tells keys apart, tells nothing of them
    Column("input_digest", String(64), nullable=False),
    Column("cells", Integer, nullable=False),
    Column("quality", Text, nullable=False),  # JSON: deviation by margin
    Column("note", Text, nullable=False),
    Column("recorded_at", UtcTime, nullable=False),
    Column("recorded_by", String(100), nullable=False),
    Column("is_example", Boolean, nullable=False),
    CheckConstraint("base IN (3, 5, 10)", name="base"),
    CheckConstraint("method IN ('avrundning', 'undertryckning')", name="method"),
)
# By rounding, innermost cells alone: every sum that is shown is a sum of these
RELEASED_COUNT = Table(
    "released_count",
    METADATA,
    Column("release", ForeignKey("release.id"), primary_key=True),
    Column("listing", String(20), primary_key=True),
    Column("code", String(60), primary_key=True),
    Column("area", String(60), primary_key=True),
    Column("period", String(6), primary_key=True),
    Column("sex", String(10), primary_key=True),
    Column("age", String(10), primary_key=True),
    Column("count", Integer),
    Column("gap", String(20)),
    Column("preliminary", Boolean, nullable=False),
    CheckConstraint("(count IS NULL) <> (gap IS NULL)", name="one"),
    CheckConstraint("count >= 0", name="count"),
    CheckConstraint("gap IN ('saknas', 'ej-tillampligt', 'skyddat')", name="gap"),
    Index(None, "release", "listing", "code", "period"),
)
# By hiding, the planned sums alone; what is not shown is 'skyddat', and stands nowhere here
RELEASED_SUM = Table(
    "released_sum",
    METADATA,
    Column("release", ForeignKey("release.id"), primary_key=True),
    Column("level", String(20), primary_key=True),
    Column("listing", String(20), primary_key=True),
    Column("code", String(60), primary_key=True),
    Column("area", String(60), primary_key=True),
    Column("period", String(6), primary_key=True),
    Column("sex", String(10), primary_key=True),
    Column("age", String(10), primary_key=True),
    Column("count", Integer),
    Column("gap", String(20)),
    Column("preliminary", Boolean, nullable=False),
    CheckConstraint("(count IS NULL) <> (gap IS NULL)", name="one"),
    CheckConstraint("count >= 0", name="count"),
    CheckConstraint("gap IN ('saknas', 'ej-tillampligt', 'skyddat')", name="gap"),
    Index(None, "release", "listing", "code"),
)
# Reports without counts (participation, obstacles, resources …), each version from the release that
# brought it until that of a later one. `content` is JSON, a list of rows: field → number, text or
# {"gap": reason}; an empty list = nothing to report, and said so; NULL = no longer approved
RELEASED_REPORT = Table(
    "released_report",
    METADATA,
    Column("kind", String(30), primary_key=True),
    Column("area", String(60), primary_key=True),
    Column("period", String(6), primary_key=True),
    Column("release", ForeignKey("release.id"), primary_key=True),
    Column("content", Text),
)
# Who may do a thing that only one may do at a time, until when; a row that is overwritten
LEASE = Table(
    "lease",
    METADATA,
    Column("name", String(40), primary_key=True),
    Column("holder", String(32), nullable=False),
    Column("until", UtcTime, nullable=False),
)
