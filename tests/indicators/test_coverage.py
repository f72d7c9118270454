import pandas as pd
import pytest

from indicators.coverage import (
    BadGroup,
    share_of_areas_covered,
    share_of_kommuner_covered,
    share_of_prioritised_covered,
    share_of_young_covered,
)

COLUMNS = ["kommun", "lpo", "polisregion", "young", "covered", "prioritised"]
# kommun b is split between two LPO; region s has nothing prioritised
PIECES = pd.DataFrame(
    [
        ("a", "x", "n", 10.0, True, True),
        ("b", "x", "n", 20.0, True, True),
        ("b", "y", "n", 30.0, False, None),
        ("c", "y", "n", 40.0, False, True),
        ("d", "z", "s", 50.0, False, False),
    ],
    columns=COLUMNS,
)


def row(frame, code):
    return frame.set_index("code").loc[code].to_dict()


def test_a_split_kommun_is_covered_only_when_all_its_parts_are():
    found = row(share_of_kommuner_covered(PIECES, "polisregion"), "n")
    assert (found["covered"], found["counted_over"], found["partly"]) == (1, 3, 1)
    assert found["share"] == pytest.approx(1 / 3)


def test_young_people_are_counted_piece_by_piece():
    found = row(share_of_young_covered(PIECES, "polisregion"), "n")
    assert found == {"share": 0.3, "covered": 30.0, "counted_over": 100.0}


def test_only_prioritised_areas_are_counted_over():
    found = row(share_of_prioritised_covered(PIECES, "polisregion"), "n")
    assert (found["covered"], found["counted_over"], found["partly"]) == (1, 2, 0)


def test_with_nothing_to_count_over_there_is_no_share():
    found = row(share_of_prioritised_covered(PIECES, "polisregion"), "s")
    assert found["counted_over"] == 0
    assert pd.isna(found["share"])


def test_all_areas_are_counted_beside_the_prioritised():
    found = row(share_of_areas_covered(PIECES, "polisregion"), "n")
    assert (found["covered"], found["counted_over"]) == (1, 2)


def test_the_country_is_one_group():
    found = share_of_kommuner_covered(PIECES)
    assert list(found["code"]) == ["se"]
    assert found["counted_over"].sum() == 4


@pytest.mark.parametrize(
    "count",
    [
        share_of_kommuner_covered,
        share_of_areas_covered,
        share_of_prioritised_covered,
        share_of_young_covered,
    ],
)
def test_no_pieces_give_no_rows(count):
    assert count(PIECES.iloc[:0], "polisregion").empty


@pytest.mark.parametrize("count", [share_of_kommuner_covered, share_of_prioritised_covered])
def test_shares_lie_between_none_and_all(count):
    shares = count(PIECES, "lpo")["share"].dropna()
    assert ((shares >= 0) & (shares <= 1)).all()


def test_an_unknown_group_is_refused():
    with pytest.raises(BadGroup, match="polisregion"):
        share_of_young_covered(PIECES, "landsting")
