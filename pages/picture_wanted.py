"""What the parts of a lägesbild are of."""

from datetime import date
from typing import NamedTuple

from data_access.viewer import Viewer


class Wanted(NamedTuple):
    """Whose picture it is, of which day, resting on which release (None = none), who asks, and the
    day that it is to be told as known on (None = now)."""

    area: str
    on: date
    release: int | None
    viewer: Viewer
    known_on: date | None = None
