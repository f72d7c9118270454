"""Keys by which programs read in a person's stead."""

import sqlalchemy as sa
from alembic import op

from data_access.migrations import append_only

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two tables whose rows can't be changed: keys, and those that have ended."""
    op.create_table(
        "access_token",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("person", sa.String(100), nullable=False),
        sa.Column("label", sa.String(100), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("areas", sa.Text, nullable=False),
        sa.Column("valid_to", sa.Date, nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(100), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_access_token"),
        sa.UniqueConstraint("digest", name="uq_access_token_digest"),
    )
    op.create_index("ix_access_token_person", "access_token", ["person"])
    op.create_table(
        "access_token_end",
        sa.Column("token", sa.Integer, nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_by", sa.String(100), nullable=False),
        sa.PrimaryKeyConstraint("token", name="pk_access_token_end"),
        sa.ForeignKeyConstraint(
            ["token"], ["access_token.id"], name="fk_access_token_end_token_access_token"
        ),
    )
    append_only.protect("access_token", "digest")
    append_only.protect("access_token_end", key=("token",))


def downgrade() -> None:
    """Drop them."""
    op.drop_table("access_token_end")
    op.drop_table("access_token")
