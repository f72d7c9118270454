"""People, what they may do, their sessions, and the audit."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from data_access.migrations import append_only, audit_trail

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _person() -> sa.Column[Any]:
    return sa.Column("person", sa.String(32), nullable=False)


def upgrade() -> None:
    """Tables, and triggers that let nothing be changed, and only purged audit rows be removed."""
    op.create_table(
        "person",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("issuer", sa.String(500), nullable=False),
        sa.Column("subject", sa.String(255), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("issuer", "subject", name="uq_person_issuer_subject"),
    )
    op.create_table(
        "user_access",
        sa.Column("id", sa.Integer, nullable=False),
        _person(),
        sa.Column("role", sa.String(30), nullable=False),
        sa.Column("areas", sa.Text, nullable=False),
        sa.Column("reports", sa.Text, nullable=False),
        sa.Column("label", sa.String(200), nullable=False),
        sa.Column("blocked", sa.Boolean, nullable=False),
        sa.Column("valid_to", sa.Date),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(100), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_user_access"),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name="fk_user_access_person_person"),
    )
    op.create_index("ix_user_access_person_id", "user_access", ["person", "id"])
    op.create_table(
        "user_session",
        sa.Column("id", sa.String(64), nullable=False),
        _person(),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="pk_user_session"),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name="fk_user_session_person_person"),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("subject", sa.String(100), nullable=False),
        sa.Column("role", sa.String(30), nullable=False),
        sa.Column("action", sa.String(30), nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("before", sa.Text),
        sa.Column("after", sa.Text),
        sa.Column("purged_through", sa.Integer),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
        sa.CheckConstraint("purged_through < id", name="ck_audit_purge"),
    )
    op.create_index("ix_audit_at", "audit", ["at"])
    op.create_index("ix_audit_purged_through", "audit", ["purged_through"])
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_head"),
    )
    append_only.protect("user_access")
    audit_trail.protect()


def downgrade() -> None:
    """Drop them with all that was recorded."""
    for table in ("audit_head", "audit", "user_session", "user_access", "person"):
        op.drop_table(table)
    audit_trail.forget()
