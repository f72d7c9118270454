"""Outcomes of the common goals."""

import pytest

from reporting.values import Gap
from tests.reporting.checked import ERROR, check_rows, codes
from tests.reporting.contexts import REGION


@pytest.mark.parametrize(
    ("outcome", "found"),
    [
        (20, []),
        (20.0, []),
        (0, []),
        (20.17, ["goal-decimals"]),
        (0.5, ["goal-decimals"]),
        (Gap.MISSING, []),
    ],
)
def test_an_outcome_has_no_decimals_since_they_tell_the_counts_behind_it(outcome, found):
    row = {"mal": "mal-1", "utfall": outcome, "bedomning": "pa-vag"}
    assert codes(check_rows("mal", row, area=REGION), ERROR) == found
