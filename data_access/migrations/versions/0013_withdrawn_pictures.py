"""Published lägesbilder that are shown no more, and why."""

import sqlalchemy as sa
from alembic import op

from data_access.migrations import append_only

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A table whose rows can't be changed."""
    op.create_table(
        "picture_withdrawal",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("picture", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(100), nullable=False),
        sa.Column("role", sa.String(30), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_picture_withdrawal"),
        sa.UniqueConstraint("picture", name="uq_picture_withdrawal_picture"),
        sa.CheckConstraint("length(reason) > 0", name="ck_picture_withdrawal_reason"),
        sa.ForeignKeyConstraint(
            ["picture"],
            ["picture_frozen.picture"],
            name="fk_picture_withdrawal_picture_picture_frozen",
        ),
    )
    append_only.protect("picture_withdrawal", "picture")


def downgrade() -> None:
    """Drop it."""
    op.drop_table("picture_withdrawal")
