"""Which submissions each release was made of."""

import sqlalchemy as sa
from alembic import op

from data_access.migrations import append_only

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A table that can't be changed."""
    op.create_table(
        "released",
        sa.Column("token", sa.String(32), nullable=False),
        sa.Column("submission", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("token", "submission", name="pk_released"),
        sa.ForeignKeyConstraint(
            ["submission"], ["submission.id"], name="fk_released_submission_submission"
        ),
    )
    op.create_index("ix_released_submission", "released", ["submission"])
    append_only.protect("released", key=("token", "submission"))


def downgrade() -> None:
    """Drop it."""
    op.drop_table("released")
