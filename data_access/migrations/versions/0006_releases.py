"""Releases: protected counts that never change, and the lease of the job that makes them."""

import sqlalchemy as sa
from alembic import op

from data_access.migrations import append_only

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

CELL = ("release", "listing", "code", "area", "period", "sex", "age")


def upgrade() -> None:
    """Three tables; a release and its counts can't be changed."""
    _make_release()
    _make_counts()
    op.create_table(
        "lease",
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("holder", sa.String(32), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_lease"),
    )
    append_only.protect("release", "token")
    append_only.protect("released_count", key=CELL)


def downgrade() -> None:
    """Drop them."""
    for table in ("lease", "released_count", "release"):
        op.drop_table(table)


def _make_release() -> None:
    op.create_table(
        "release",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("token", sa.String(32), nullable=False),
        sa.Column("base", sa.Integer, nullable=False),
        sa.Column("key_print", sa.String(16), nullable=False),
        sa.Column("input_digest", sa.String(64), nullable=False),
        sa.Column("cells", sa.Integer, nullable=False),
        sa.Column("quality", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(100), nullable=False),
        sa.Column("is_example", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_release"),
        sa.UniqueConstraint("token", name="uq_release_token"),
        sa.CheckConstraint("base IN (3, 5, 10)", name="ck_release_base"),
    )


def _make_counts() -> None:
    op.create_table(
        "released_count",
        sa.Column("release", sa.Integer, nullable=False),
        sa.Column("listing", sa.String(20), nullable=False),
        sa.Column("code", sa.String(60), nullable=False),
        sa.Column("area", sa.String(60), nullable=False),
        sa.Column("period", sa.String(6), nullable=False),
        sa.Column("sex", sa.String(10), nullable=False),
        sa.Column("age", sa.String(10), nullable=False),
        sa.Column("count", sa.Integer),
        sa.Column("gap", sa.String(20)),
        sa.Column("preliminary", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint(*CELL, name="pk_released_count"),
        sa.ForeignKeyConstraint(
            ["release"], ["release.id"], name="fk_released_count_release_release"
        ),
        sa.CheckConstraint("(count IS NULL) <> (gap IS NULL)", name="ck_released_count_one"),
        sa.CheckConstraint("count >= 0", name="ck_released_count_count"),
        sa.CheckConstraint(
            "gap IN ('saknas', 'ej-tillampligt', 'skyddat')", name="ck_released_count_gap"
        ),
    )
    op.create_index(
        "ix_released_count_release_listing_code_period",
        "released_count",
        ["release", "listing", "code", "period"],
    )
