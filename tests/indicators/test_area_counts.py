"""The counts of an area, recounted by plain loops."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_access.establishment import fetch_pieces, fetch_stages
from indicators.area_counts import to_counts
from indicators.coverage import BadGroup
from tests.viewers import READER

COLUMNS = ["kommun", "lpo", "polisomrade", "polisregion", "lan"]


@st.composite
def pieces(draw):
    rows = []
    for number in range(draw(st.integers(0, 7))):
        kommun, lpo = draw(st.sampled_from("abc")), f"lpo{draw(st.integers(0, 3))}"
        stage = draw(st.sampled_from([None, "planerat", "etablerat", "ej-aktuellt"]))
        rows.append(
            {
                "kommun": f"{kommun}{number if draw(st.booleans()) else ''}",
                "lpo": lpo,
                "polisomrade": f"po{lpo[-1]}",
                "polisregion": draw(st.sampled_from(["pr-x", "pr-y"])),
                "lan": draw(st.sampled_from(["01", "02"])),
                "young": float(draw(st.integers(0, 50))),
                "stage": stage,
                "covered": stage == "etablerat",
                "prioritised": draw(st.sampled_from([True, False, None])),
            }
        )
    columns = [*COLUMNS, "young", "stage", "covered", "prioritised"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.astype({"prioritised": "object", "stage": "object"})


def by_hand(frame, level, code):
    own = [row for row in frame.to_dict("records") if level == "riket" or row[level] == code]

    def groups(key, keep=lambda _row: True):
        found = {}
        for row in own:
            if keep(row):
                found.setdefault(row[key], []).append(row)
        return found

    lpos, kommuner = groups("lpo"), groups("kommun")
    prioritised = groups("lpo", lambda row: row["prioritised"] is True)
    whole = lambda of: sum(all(row["covered"] for row in rows) for rows in of.values())  # noqa: E731
    unknown = sum(all(pd.isna(row["stage"]) for row in rows) for rows in lpos.values())
    return (
        whole(lpos),
        sum(any(row["covered"] for row in rows) for rows in lpos.values()) - whole(lpos),
        len(lpos),
        unknown,
        whole(prioritised),
        len(prioritised),
        whole(kommuner),
        len(kommuner),
        sum(row["young"] for row in own if row["covered"]),
        sum(row["young"] for row in own),
    )


@settings(max_examples=30)
@given(frame=pieces(), level=st.sampled_from(["riket", "polisregion", "lpo", "lan"]))
def test_they_are_those_that_one_counts_by_hand(frame, level):
    codes = ["se"] if level == "riket" else [*sorted(set(frame[level])), "finns-inte"]
    for code in codes:
        found = to_counts(frame, level, code)
        assert tuple(vars(found).values()) == pytest.approx(by_hand(frame, level, code))


def test_a_level_that_pieces_do_not_have_is_refused():
    with pytest.raises(BadGroup):
        to_counts(pd.DataFrame(columns=COLUMNS), "stadsdel", "x")


@pytest.mark.parametrize("day", [date(2023, 11, 9), date(2026, 9, 30)])
def test_on_example_data_they_are_the_overviews_own(sqlite_engine, day):
    frame, stages = fetch_pieces(day, viewer=READER), fetch_stages("lpo", day, viewer=READER)
    for level in ("riket", "polisregion"):
        for code in {"se"} if level == "riket" else set(frame[level]):
            found = to_counts(frame, level, code)
            assert tuple(vars(found).values()) == pytest.approx(by_hand(frame, level, code))
    country = to_counts(frame, "riket", "se")
    assert country.established + country.partly == int((stages["stage"] == "etablerat").sum())
    assert country.unknown == int(stages["stage"].isna().sum())
