"""The tables of what is reported. All but drafts are append-only.

A submission is the whole report of one unit (area, kind, period); a later revision takes its place.
Its state is its newest row in `submission_state`. What is to be done in the main database because
of a write here (audit rows, council events) stands in `deed`, in the write's own transaction, until
`data_access.raw.delivery` has carried it over: exactly once, whatever is killed when.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from data_access.schema_types import NAMES, UtcTime

RAW = MetaData(naming_convention=NAMES)
APPEND_ONLY = (
    "sending", "submission", "reported_value", "submission_state", "deed", "released",
)  # fmt: skip

# One transaction of a reporter: a form, a file or an import, of one or many units
SENDING = Table(
    "sending",
    RAW,
    Column("id", Integer, primary_key=True),
    Column("channel", String(10), nullable=False),
    Column("digest", String(64)),  # of the file, which itself is not kept
    Column("source", Text, nullable=False),
    Column("note", Text),
    Column("recorded_at", UtcTime, nullable=False),
    Column("recorded_by", String(100), nullable=False),
    Column("is_example", Boolean, nullable=False),
    CheckConstraint("channel IN ('formular', 'fil', 'import')", name="channel"),
)
SUBMISSION = Table(
    "submission",
    RAW,
    Column("id", Integer, primary_key=True),
    Column("sending", ForeignKey("sending.id"), nullable=False, index=True),
    Column("area", String(60), nullable=False),
    Column("kind", String(30), nullable=False),
    Column("period", String(6), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("rows", Integer, nullable=False),  # 0 = nothing to report, and said so
    # of two who send the same unit at once, one is told
    UniqueConstraint("area", "kind", "period", "revision"),
    Index(None, "period", "kind", "area"),
)
REPORTED_VALUE = Table(
    "reported_value",
    RAW,
    Column("submission", ForeignKey("submission.id"), primary_key=True),
    Column("row", Integer, primary_key=True),  # from 1
    Column("field", String(40), primary_key=True),
    Column("number", Float(53)),
    Column("text", Text),  # text, a choice's code, a day as 2026-11-01
    Column("gap", String(20)),
    CheckConstraint(
        "CASE WHEN number IS NULL THEN 0 ELSE 1 END + CASE WHEN text IS NULL THEN 0 ELSE 1 END"
        " + CASE WHEN gap IS NULL THEN 0 ELSE 1 END = 1",
        name="one",
    ),
    CheckConstraint("gap IN ('saknas', 'ej-tillampligt')", name="gap"),
)
SUBMISSION_STATE = Table(
    "submission_state",
    RAW,
    Column("id", Integer, primary_key=True),
    Column("submission", ForeignKey("submission.id"), nullable=False),
    Column("state", String(20), nullable=False),
    Column("reason", Text),
    Column("recorded_at", UtcTime, nullable=False),
    Column("recorded_by", String(100), nullable=False),
    Column("role", String(30), nullable=False),
    CheckConstraint(
        "state IN ('inlamnad', 'komplettering', 'godkand', 'upplast', 'angrad')", name="state"
    ),
    CheckConstraint(
        "state IN ('inlamnad', 'godkand') OR (reason IS NOT NULL AND length(reason) > 0)",
        name="reason",
    ),
    Index(None, "submission", "id"),
)
# What a reporter has begun; not reported yet, so it is overwritten and goes when it is sent
DRAFT = Table(
    "draft",
    RAW,
    Column("area", String(60), primary_key=True),
    Column("kind", String(30), primary_key=True),
    Column("period", String(6), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("content", Text, nullable=False),  # JSON
    Column("saved_at", UtcTime, nullable=False),
    Column("saved_by", String(100), nullable=False),
)
DEED = Table(
    "deed",
    RAW,
    Column("id", Integer, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("subject", String(100), nullable=False),
    Column("role", String(30), nullable=False),
    Column("action", String(30), nullable=False),  # audit.Action
    Column("what", Text, nullable=False),
    Column("after", Text),  # JSON, for the audit
    Column("submission", ForeignKey("submission.id")),  # whose councils' events are to be carried
)
# What each release was made of. A release is the main database's: a token that it does not have is
# of a release that was stopped on its way, and means nothing.
RELEASED = Table(
    "released",
    RAW,
    Column("token", String(32), primary_key=True),
    Column("submission", ForeignKey("submission.id"), primary_key=True),
    Index(None, "submission"),
)
