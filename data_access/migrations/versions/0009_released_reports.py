"""What readers see of reports without counts: each version from the release that brought it."""

import sqlalchemy as sa
from alembic import op

from data_access.migrations import append_only

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

REPORT = ("kind", "area", "period", "release")


def upgrade() -> None:
    """A table whose rows can't be changed."""
    op.create_table(
        "released_report",
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("area", sa.String(60), nullable=False),
        sa.Column("period", sa.String(6), nullable=False),
        sa.Column("release", sa.Integer, nullable=False),
        sa.Column("content", sa.Text),
        sa.PrimaryKeyConstraint(*REPORT, name="pk_released_report"),
        sa.ForeignKeyConstraint(
            ["release"], ["release.id"], name="fk_released_report_release_release"
        ),
    )
    append_only.protect("released_report", key=REPORT)


def downgrade() -> None:
    """Drop it."""
    op.drop_table("released_report")
