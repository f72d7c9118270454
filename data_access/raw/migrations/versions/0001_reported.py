"""What is reported: sendings, their units and values, states, drafts, and what is to be carried."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from data_access.migrations import append_only

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATES = "state IN ('inlamnad', 'komplettering', 'godkand', 'upplast', 'angrad')"
REASON = "state IN ('inlamnad', 'godkand') OR (reason IS NOT NULL AND length(reason) > 0)"
ONE = (
    "CASE WHEN number IS NULL THEN 0 ELSE 1 END + CASE WHEN text IS NULL THEN 0 ELSE 1 END"
    " + CASE WHEN gap IS NULL THEN 0 ELSE 1 END = 1"
)


def upgrade() -> None:
    """Tables, and triggers that refuse to change a written row; drafts alone are overwritten."""
    _make_sendings()
    _make_values()
    _make_states()
    _make_drafts_and_deeds()
    append_only.protect("sending")
    append_only.protect("submission", ("area", "kind", "period", "revision"))
    append_only.protect("reported_value", key=("submission", "row", "field"))
    append_only.protect("submission_state")
    append_only.protect("deed")


def downgrade() -> None:
    """Drop them with all that was reported."""
    for table in ("deed", "draft", "submission_state", "reported_value", "submission", "sending"):
        op.drop_table(table)
    append_only.forget()


def _make_sendings() -> None:
    op.create_table(
        "sending",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("channel", sa.String(10), nullable=False),
        sa.Column("digest", sa.String(64)),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("note", sa.Text),
        *_recorded(),
        sa.Column("is_example", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sending"),
        sa.CheckConstraint("channel IN ('formular', 'fil', 'import')", name="ck_sending_channel"),
    )
    op.create_table(
        "submission",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("sending", sa.Integer, nullable=False),
        *_unit(),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("rows", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_submission"),
        sa.ForeignKeyConstraint(["sending"], ["sending.id"], name="fk_submission_sending_sending"),
        sa.UniqueConstraint(
            "area", "kind", "period", "revision", name="uq_submission_area_kind_period_revision"
        ),
    )
    op.create_index("ix_submission_sending", "submission", ["sending"])
    op.create_index("ix_submission_period_kind_area", "submission", ["period", "kind", "area"])


def _make_values() -> None:
    op.create_table(
        "reported_value",
        sa.Column("submission", sa.Integer, nullable=False),
        sa.Column("row", sa.Integer, nullable=False),
        sa.Column("field", sa.String(40), nullable=False),
        sa.Column("number", sa.Float(53)),
        sa.Column("text", sa.Text),
        sa.Column("gap", sa.String(20)),
        sa.PrimaryKeyConstraint("submission", "row", "field", name="pk_reported_value"),
        _of_submission("reported_value"),
        sa.CheckConstraint(ONE, name="ck_reported_value_one"),
        sa.CheckConstraint("gap IN ('saknas', 'ej-tillampligt')", name="ck_reported_value_gap"),
    )


def _make_states() -> None:
    op.create_table(
        "submission_state",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("submission", sa.Integer, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("reason", sa.Text),
        *_recorded(),
        sa.Column("role", sa.String(30), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_submission_state"),
        _of_submission("submission_state"),
        sa.CheckConstraint(STATES, name="ck_submission_state_state"),
        sa.CheckConstraint(REASON, name="ck_submission_state_reason"),
    )
    op.create_index("ix_submission_state_submission_id", "submission_state", ["submission", "id"])


def _make_drafts_and_deeds() -> None:
    op.create_table(
        "draft",
        *_unit(),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by", sa.String(100), nullable=False),
        sa.PrimaryKeyConstraint("area", "kind", "period", name="pk_draft"),
    )
    op.create_table(
        "deed",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("subject", sa.String(100), nullable=False),
        sa.Column("role", sa.String(30), nullable=False),
        sa.Column("action", sa.String(30), nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("after", sa.Text),
        sa.Column("submission", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_deed"),
        _of_submission("deed"),
    )


def _unit() -> list[sa.Column[Any]]:
    return [
        sa.Column("area", sa.String(60), nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("period", sa.String(6), nullable=False),
    ]


def _recorded() -> list[sa.Column[Any]]:
    return [
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(100), nullable=False),
    ]


def _of_submission(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_submission_submission"
    return sa.ForeignKeyConstraint(["submission"], ["submission.id"], name=name)
