"""Migrations of the schema, shipped with the package. `REVISIONS` can be read without Alembic."""

from pathlib import Path

HERE = Path(__file__).parent
REVISIONS: tuple[str, ...] = tuple(
    sorted(file.name.split("_")[0] for file in (HERE / "versions").glob("[0-9]*.py"))
)
HEAD = REVISIONS[-1]
