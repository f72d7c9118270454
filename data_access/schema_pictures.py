"""The tables of lägesbilder: what is written, the steps it has taken, and what is published of it.

Drafts and comments are for those who write and approve; readers reach `picture_frozen`, and why one
of them is shown no more, alone.
"""

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


def _by() -> list[Column[object]]:
    return [
        Column("recorded_at", UtcTime, nullable=False),
        Column("recorded_by", String(100), nullable=False),
        Column("role", String(30), nullable=False),
    ]


PICTURE = Table(
    "picture",
    METADATA,
    Column("id", Integer, primary_key=True),  # its number
    Column("area", ForeignKey("area.code"), nullable=False),
    *_by(),
    Column("is_example", Boolean, nullable=False),
)
PICTURE_VERSION = Table(
    "picture_version",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("picture", ForeignKey("picture.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("title", String(200), nullable=False),
    Column("day", Date, nullable=False),
    Column("release", ForeignKey("release.id")),  # that its counts rest on; None before the first
    Column("text", Text, nullable=False),
    *_by(),
    # of two who save over the same version at once, one is told
    UniqueConstraint("picture", "number"),
    CheckConstraint("number >= 1", name="number"),
)
PICTURE_STEP = Table(
    "picture_step",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("picture", ForeignKey("picture.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("step", String(20), nullable=False),
    Column("comment", Text),
    Column("content", Text),  # JSON: what was approved, figures and all
    *_by(),
    CheckConstraint(
        "step IN ('utkast', 'inskickad', 'kommentar', 'tillbaka', 'godkand', 'publicerad',"
        " 'kastad')",
        name="step",
    ),
    CheckConstraint(
        "step NOT IN ('kommentar', 'tillbaka') OR (comment IS NOT NULL AND length(comment) > 0)",
        name="comment",
    ),
    CheckConstraint("(content IS NOT NULL) = (step = 'godkand')", name="content"),
    Index(None, "picture", "id"),
)
# What readers see, until it is withdrawn: the very bytes that were approved, never made anew
PICTURE_FROZEN = Table(
    "picture_frozen",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("picture", ForeignKey("picture.id"), nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("area", ForeignKey("area.code"), nullable=False, index=True),
    Column("title", String(200), nullable=False),
    Column("day", Date, nullable=False),
    Column("release", ForeignKey("release.id")),
    Column("content", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    *_by(),
    Column("is_example", Boolean, nullable=False),
)
PICTURE_WITHDRAWAL = Table(
    "picture_withdrawal",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("picture", ForeignKey("picture_frozen.picture"), nullable=False, unique=True),
    Column("reason", Text, nullable=False),  # which readers are told
    *_by(),
    CheckConstraint("length(reason) > 0", name="reason"),
)
