"""A series as `pages.trend_reads.fetch_series` gives it, for tests of what is drawn and said."""

import pandas as pd


def to_series(values, first_year=2025, persons=10_000.0, **columns):
    """One area's quarters from the first of the year, one a value; None is 'saknas'."""
    periods = [f"{first_year + at // 4}K{at % 4 + 1}" for at in range(len(values))]
    value = pd.array(values, dtype="Int64")
    rate = value.astype("Float64") / persons * 10_000
    reason = ["saknas" if one is None else "ok" for one in values]
    frame = pd.DataFrame(
        {
            "code": "lpo-a", "period": periods, "value": value, "reason": reason,
            "rate_reason": reason, "per_10_000": rate, "low": rate * 0.8, "high": rate * 1.2,
            "count_low": value.astype("Float64") * 0.8, "count_high": value.astype("Float64") * 1.2,
            "persons": persons, "below": 0.0, "above": 0.0, "parts": 6, "missing": 0,
            "rounded": False, "estimated": False, "quarters": 1, "incomplete": False,
        }
    )  # fmt: skip
    return frame.assign(**columns)
