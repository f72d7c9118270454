"""Lägesbilder: versions of the text, steps, and what is published; nothing of it ever changes."""

import sqlalchemy as sa
from alembic import op

from data_access.migrations import append_only

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

STEPS = "'utkast', 'inskickad', 'kommentar', 'tillbaka', 'godkand', 'publicerad', 'kastad'"


def upgrade() -> None:
    """Four tables."""
    _make_picture()
    _make_version()
    _make_step()
    _make_frozen()
    append_only.protect("picture")
    append_only.protect("picture_version", ("picture", "number"))
    append_only.protect("picture_step")
    append_only.protect("picture_frozen", "picture")


def downgrade() -> None:
    """Drop them."""
    for table in ("picture_frozen", "picture_step", "picture_version", "picture"):
        op.drop_table(table)


def _by() -> list[sa.Column[object]]:
    return [
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(100), nullable=False),
        sa.Column("role", sa.String(30), nullable=False),
    ]


def _to(table: str, column: str, other: str, key: str = "id") -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}_{other}"
    return sa.ForeignKeyConstraint([column], [f"{other}.{key}"], name=name)


def _make_picture() -> None:
    op.create_table(
        "picture",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("area", sa.String(60), nullable=False),
        *_by(),
        sa.Column("is_example", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_picture"),
        _to("picture", "area", "area", "code"),
    )


def _make_version() -> None:
    op.create_table(
        "picture_version",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("picture", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("release", sa.Integer),
        sa.Column("text", sa.Text, nullable=False),
        *_by(),
        sa.PrimaryKeyConstraint("id", name="pk_picture_version"),
        sa.UniqueConstraint("picture", "number", name="uq_picture_version_picture_number"),
        sa.CheckConstraint("number >= 1", name="ck_picture_version_number"),
        _to("picture_version", "picture", "picture"),
        _to("picture_version", "release", "release"),
    )


def _make_step() -> None:
    op.create_table(
        "picture_step",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("picture", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("step", sa.String(20), nullable=False),
        sa.Column("comment", sa.Text),
        sa.Column("content", sa.Text),
        *_by(),
        sa.PrimaryKeyConstraint("id", name="pk_picture_step"),
        sa.CheckConstraint(f"step IN ({STEPS})", name="ck_picture_step_step"),
        sa.CheckConstraint(
            "step NOT IN ('kommentar', 'tillbaka')"
            " OR (comment IS NOT NULL AND length(comment) > 0)",
            name="ck_picture_step_comment",
        ),
        sa.CheckConstraint(
            "(content IS NOT NULL) = (step = 'godkand')", name="ck_picture_step_content"
        ),
        _to("picture_step", "picture", "picture"),
    )
    op.create_index("ix_picture_step_picture_id", "picture_step", ["picture", "id"])


def _make_frozen() -> None:
    op.create_table(
        "picture_frozen",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("picture", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("area", sa.String(60), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("release", sa.Integer),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        *_by(),
        sa.Column("is_example", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_picture_frozen"),
        sa.UniqueConstraint("picture", name="uq_picture_frozen_picture"),
        _to("picture_frozen", "picture", "picture"),
        _to("picture_frozen", "area", "area", "code"),
        _to("picture_frozen", "release", "release"),
    )
    op.create_index("ix_picture_frozen_area", "picture_frozen", ["area"])
