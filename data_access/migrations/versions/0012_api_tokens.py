"""Keys by which programs of others read open data."""

import sqlalchemy as sa
from alembic import op

from data_access.migrations import append_only

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two tables whose rows can't be changed: keys, and those that have ended."""
    op.create_table(
        "api_token",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("label", sa.String(100), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("areas", sa.Text, nullable=False),
        sa.Column("entries", sa.Text, nullable=False),
        sa.Column("valid_to", sa.Date, nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(100), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_api_token"),
        sa.UniqueConstraint("digest", name="uq_api_token_digest"),
    )
    op.create_table(
        "api_token_end",
        sa.Column("token", sa.Integer, nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_by", sa.String(100), nullable=False),
        sa.PrimaryKeyConstraint("token", name="pk_api_token_end"),
        sa.ForeignKeyConstraint(
            ["token"], ["api_token.id"], name="fk_api_token_end_token_api_token"
        ),
    )
    append_only.protect("api_token", "digest")
    append_only.protect("api_token_end", key=("token",))


def downgrade() -> None:
    """Drop them."""
    op.drop_table("api_token_end")
    op.drop_table("api_token")
