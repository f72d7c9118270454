"""Releases of exact figures: how each release was made, and the planned sums of those by hiding."""

import sqlalchemy as sa
from alembic import op

from data_access.migrations import append_only

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

SUM = ("release", "level", "listing", "code", "area", "period", "sex", "age")


def upgrade() -> None:
    """A column, which is 'avrundning' in all releases until now, and a table."""
    op.execute(
        "ALTER TABLE release ADD COLUMN method VARCHAR(20) DEFAULT 'avrundning' NOT NULL"
        " CONSTRAINT ck_release_method CHECK (method IN ('avrundning', 'undertryckning'))"
    )
    op.create_table(
        "released_sum",
        sa.Column("release", sa.Integer, nullable=False),
        sa.Column("level", sa.String(20), nullable=False),
        sa.Column("listing", sa.String(20), nullable=False),
        sa.Column("code", sa.String(60), nullable=False),
        sa.Column("area", sa.String(60), nullable=False),
        sa.Column("period", sa.String(6), nullable=False),
        sa.Column("sex", sa.String(10), nullable=False),
        sa.Column("age", sa.String(10), nullable=False),
        sa.Column("count", sa.Integer),
        sa.Column("gap", sa.String(20)),
        sa.Column("preliminary", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint(*SUM, name="pk_released_sum"),
        sa.ForeignKeyConstraint(
            ["release"], ["release.id"], name="fk_released_sum_release_release"
        ),
        sa.CheckConstraint("(count IS NULL) <> (gap IS NULL)", name="ck_released_sum_one"),
        sa.CheckConstraint("count >= 0", name="ck_released_sum_count"),
        sa.CheckConstraint(
            "gap IN ('saknas', 'ej-tillampligt', 'skyddat')", name="ck_released_sum_gap"
        ),
    )
    op.create_index(
        "ix_released_sum_release_listing_code", "released_sum", ["release", "listing", "code"]
    )
    append_only.protect("released_sum", key=SUM)


def downgrade() -> None:
    """Drop them."""
    op.drop_table("released_sum")
    op.execute("ALTER TABLE release DROP COLUMN method")
