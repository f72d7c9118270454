"""The register of what is counted and chosen among: versions of entries, append-only."""

import sqlalchemy as sa
from alembic import op

from data_access.migrations import append_only

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# INSERT OR REPLACE by a version's own key would delete the old row unseen (see append_only)
_NO_SECOND = """
CREATE TRIGGER register_entry_no_second BEFORE INSERT ON register_entry
  WHEN EXISTS (SELECT 1 FROM register_entry old WHERE old.listing = NEW.listing
               AND old.code = NEW.code AND old.version = NEW.version)
  BEGIN SELECT RAISE(ABORT, 'register_entry is append-only: the version exists'); END
"""


def upgrade() -> None:
    """The table, and triggers that refuse to change a written version."""
    op.create_table(
        "register_entry",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("listing", sa.String(20), nullable=False),
        sa.Column("code", sa.String(60), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("definition", sa.Text, nullable=False),
        sa.Column("unit", sa.String(60), nullable=False),
        sa.Column("polarity", sa.String(20), nullable=False),
        sa.Column("counting_rule", sa.Text, nullable=False),
        sa.Column("split", sa.String(20), nullable=False),
        sa.Column("reporter", sa.String(100), nullable=False),
        sa.Column("level", sa.String(20), nullable=False),
        sa.Column("valid_from", sa.Date, nullable=False),
        sa.Column("valid_to", sa.Date),
        sa.Column("other_names", sa.Text, nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(100), nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("is_example", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_register_entry"),
        sa.UniqueConstraint(
            "listing", "code", "version", name="uq_register_entry_listing_code_version"
        ),
        sa.CheckConstraint(
            "valid_to IS NULL OR valid_to >= valid_from", name="ck_register_entry_days"
        ),
        sa.CheckConstraint("version >= 1", name="ck_register_entry_version"),
    )
    append_only.protect("register_entry")
    if op.get_bind().dialect.name == "sqlite":
        op.execute(_NO_SECOND)


def downgrade() -> None:
    """Drop it with all its versions."""
    op.drop_table("register_entry")
