"""The division of the country, its population, and the milestones."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Tables of the facts we ship."""
    op.create_table(
        "area",
        sa.Column("code", sa.String(60), nullable=False),
        sa.Column("level", sa.String(20), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("parent", sa.String(60)),
        sa.Column("valid_from", sa.Date, nullable=False),
        sa.Column("valid_to", sa.Date),
        sa.PrimaryKeyConstraint("code", name="pk_area"),
        sa.ForeignKeyConstraint(["parent"], ["area.code"], name="fk_area_parent_area"),
        sa.CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="ck_area_days"),
    )
    op.create_table(
        "area_membership",
        sa.Column("kommun", sa.String(60), nullable=False),
        sa.Column("lpo", sa.String(60), nullable=False),
        sa.Column("part", sa.Text, nullable=False),
        sa.Column("share", sa.Float, nullable=False),
        sa.Column("valid_from", sa.Date, nullable=False),
        sa.Column("valid_to", sa.Date),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("confidence", sa.String(10), nullable=False),
        sa.PrimaryKeyConstraint("kommun", "lpo", "valid_from", name="pk_area_membership"),
        sa.ForeignKeyConstraint(["kommun"], ["area.code"], name="fk_area_membership_kommun_area"),
        sa.ForeignKeyConstraint(["lpo"], ["area.code"], name="fk_area_membership_lpo_area"),
        sa.CheckConstraint("share > 0 AND share <= 1", name="ck_area_membership_share"),
    )
    op.create_table(
        "population",
        sa.Column("area", sa.String(60), nullable=False),
        sa.Column("sex", sa.String(10), nullable=False),
        sa.Column("age_group", sa.String(10), nullable=False),
        sa.Column("as_of", sa.Date, nullable=False),
        sa.Column("persons", sa.Integer, nullable=False),
        sa.Column("status", sa.String(10), nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("area", "sex", "age_group", "as_of", name="pk_population"),
        sa.ForeignKeyConstraint(["area"], ["area.code"], name="fk_population_area_area"),
    )
    op.create_table(
        "milestone",
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("event", sa.String(300), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("day", "event", name="pk_milestone"),
    )
    op.create_table(
        "fact_set",
        sa.Column("name", sa.String(20), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_fact_set"),
    )


def downgrade() -> None:
    """Drop them."""
    for table in ("fact_set", "milestone", "population", "area_membership", "area"):
        op.drop_table(table)
