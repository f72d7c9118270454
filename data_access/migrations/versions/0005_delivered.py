"""What was reported and approved comes over: how far, and which reported row a row was told by."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TABLES = ("council_event", "area_assessment")


def upgrade() -> None:
    """A table with its one row, and a column in each of the two tables that reports reach."""
    delivered = op.create_table(
        "delivered",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="pk_delivered"),
    )
    op.bulk_insert(delivered, [{"id": 1, "last": 0}])
    for table in TABLES:
        op.add_column(table, sa.Column("reported_as", sa.String(200)))
        op.create_index(f"ix_{table}_reported_as", table, ["reported_as"])


def downgrade() -> None:
    """Drop them."""
    for table in TABLES:
        op.drop_index(f"ix_{table}_reported_as", table)
        op.drop_column(table, "reported_as")
    op.drop_table("delivered")
