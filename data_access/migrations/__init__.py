"""Migrations of the schema, shipped with the package. `REVISIONS` can be read without Alembic."""

from pathlib import Path
from typing import NamedTuple


class Chain(NamedTuple):
    """One store's migrations: their folder and the revisions, oldest first."""

    here: Path
    revisions: tuple[str, ...]

    @property
    def head(self) -> str:
        """The revision that the code needs."""
        return self.revisions[-1]


def read_chain(here: Path) -> Chain:
    """The chain of the folder, told from the names of its files."""
    files = (here / "versions").glob("[0-9]*.py")
    return Chain(here, tuple(sorted(file.name.split("_")[0] for file in files)))


HERE = Path(__file__).parent
MAIN = read_chain(HERE)
REVISIONS = MAIN.revisions
HEAD = MAIN.head
