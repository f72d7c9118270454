"""What is said of a released count or rate when a part of it is not known."""

import pandas as pd

from indicators.protection.method import Method
from ui import explained_counts
from ui.explained_counts import Per


def test_an_unknown_population_is_a_dash_in_the_denominator():
    row = pd.Series({"value": 12, "persons": pd.NA, "estimated": False}, dtype=object)
    told = explained_counts.to_basis(row, 5, Method.ROUNDING, Per.TEN_THOUSAND)
    assert told.startswith("Täljare 12, nämnare – unga.")
