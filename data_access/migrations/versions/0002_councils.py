"""Councils, the areas they cover, what happens to them, and assessments of areas: append-only."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from data_access.migrations import append_only

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STAGES = (
    "stage IN ('ej-paborjat', 'kartlaggning', 'planerat', 'uppstartat', 'etablerat',"
    " 'vilande', 'ej-aktuellt')"
)


def _recorded() -> list[sa.Column[Any]]:
    return [
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(100), nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("is_example", sa.Boolean, nullable=False),
    ]


def upgrade() -> None:
    """Tables, and triggers that refuse to change a written row."""
    op.create_table(
        "council",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("code", sa.String(80), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("level", sa.String(20), nullable=False),
        sa.Column("convener", sa.Text),
        sa.Column("coordinating_lan", sa.String(60)),
        sa.Column("builds_on", sa.Text),
        sa.Column("confidence", sa.String(10)),
        *_recorded(),
        sa.PrimaryKeyConstraint("id", name="pk_council"),
        sa.UniqueConstraint("code", name="uq_council_code"),
        sa.ForeignKeyConstraint(
            ["coordinating_lan"], ["area.code"], name="fk_council_coordinating_lan_area"
        ),
        sa.CheckConstraint("level IN ('nationell', 'regional', 'lokal')", name="ck_council_level"),
    )
    op.create_table(
        "council_area",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("council_id", sa.Integer, nullable=False),
        sa.Column("area_code", sa.String(60), nullable=False),
        sa.Column("covers", sa.Boolean, nullable=False),
        sa.Column("effective_on", sa.Date, nullable=False),
        *_recorded(),
        sa.PrimaryKeyConstraint("id", name="pk_council_area"),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name="fk_council_area_council_id_council"
        ),
        sa.ForeignKeyConstraint(
            ["area_code"], ["area.code"], name="fk_council_area_area_code_area"
        ),
    )
    op.create_table(
        "council_event",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("council_id", sa.Integer, nullable=False),
        sa.Column("stage", sa.String(20)),
        sa.Column("effective_on", sa.Date, nullable=False),
        sa.Column("note", sa.Text),
        sa.Column("reason", sa.Text),
        sa.Column("confidence", sa.String(10)),
        sa.Column("supersedes", sa.Integer),
        *_recorded(),
        sa.PrimaryKeyConstraint("id", name="pk_council_event"),
        sa.UniqueConstraint("supersedes", name="uq_council_event_supersedes"),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name="fk_council_event_council_id_council"
        ),
        sa.ForeignKeyConstraint(
            ["supersedes"], ["council_event.id"], name="fk_council_event_supersedes_council_event"
        ),
        sa.CheckConstraint(STAGES, name="ck_council_event_stage"),
        sa.CheckConstraint(
            "stage IS NOT NULL OR supersedes IS NOT NULL", name="ck_council_event_withdrawn"
        ),
        sa.CheckConstraint(
            "stage <> 'ej-aktuellt' OR (reason IS NOT NULL AND length(reason) > 0)",
            name="ck_council_event_reason",
        ),
    )
    op.create_table(
        "area_assessment",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("area_code", sa.String(60), nullable=False),
        sa.Column("prioritised", sa.Boolean),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("effective_on", sa.Date, nullable=False),
        sa.Column("supersedes", sa.Integer),
        *_recorded(),
        sa.PrimaryKeyConstraint("id", name="pk_area_assessment"),
        sa.UniqueConstraint("supersedes", name="uq_area_assessment_supersedes"),
        sa.ForeignKeyConstraint(
            ["area_code"], ["area.code"], name="fk_area_assessment_area_code_area"
        ),
        sa.ForeignKeyConstraint(
            ["supersedes"],
            ["area_assessment.id"],
            name="fk_area_assessment_supersedes_area_assessment",
        ),
        sa.CheckConstraint(
            "prioritised IS NOT NULL OR supersedes IS NOT NULL",
            name="ck_area_assessment_withdrawn",
        ),
    )
    _index("council_area", "council_id", "area_code", "effective_on")
    _index("council_event", "council_id", "effective_on", "recorded_at", "id")
    _index("area_assessment", "area_code", "effective_on", "recorded_at", "id")
    append_only.protect("council", "code")
    append_only.protect("council_area")
    append_only.protect("council_event", "supersedes")
    append_only.protect("area_assessment", "supersedes")


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def downgrade() -> None:
    """Drop them with all that was recorded."""
    for table in ("area_assessment", "council_event", "council_area", "council"):
        op.drop_table(table)
    append_only.forget()
