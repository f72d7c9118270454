"""Official population by year, as it was read: editions that never change."""

import sqlalchemy as sa
from alembic import op

from data_access.migrations import append_only

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

CELL = ("edition", "area", "sex", "age_group")


def upgrade() -> None:
    """Two tables; an edition and its counts can't be changed."""
    op.create_table(
        "population_edition",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("as_of", sa.Date, nullable=False),
        sa.Column("has_total", sa.Boolean, nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(100), nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_population_edition"),
    )
    op.create_index("ix_population_edition_as_of", "population_edition", ["as_of"])
    op.create_table(
        "population_count",
        sa.Column("edition", sa.Integer, nullable=False),
        sa.Column("area", sa.String(60), nullable=False),
        sa.Column("sex", sa.String(10), nullable=False),
        sa.Column("age_group", sa.String(10), nullable=False),
        sa.Column("persons", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint(*CELL, name="pk_population_count"),
        sa.ForeignKeyConstraint(
            ["edition"],
            ["population_edition.id"],
            name="fk_population_count_edition_population_edition",
        ),
        sa.ForeignKeyConstraint(["area"], ["area.code"], name="fk_population_count_area_area"),
        sa.CheckConstraint("persons >= 0", name="ck_population_count_persons"),
    )
    append_only.protect("population_edition")
    append_only.protect("population_count", key=CELL)


def downgrade() -> None:
    """Drop them."""
    for table in ("population_count", "population_edition"):
        op.drop_table(table)
