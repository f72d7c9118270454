import numpy as np

from indicators.protection.shown_margins import to_margins, to_splits


def codes(**given):
    names = ("lpo", "polisomrade", "polisregion", "riket", "kommun", "lan")
    whole = {name: [0, 0, 0, 0] for name in (*names, "quarter", "sex", "age_group")}
    return {name: np.array(code) for name, code in (whole | given).items()}


def test_every_split_of_a_year_is_shown():
    assert len(set(to_splits())) == 8


def test_the_same_kind_of_margin_counts_once_and_single_cells_not_at_all():
    margins, size = to_margins(codes(sex=[0, 0, 1, 1], lpo=[0, 1, 2, 3]))
    assert margins.tolist() == [[1, 0], [1, 0], [2, 0], [2, 0]] or size == 3
    assert margins.shape == (4, 2)


def test_a_cell_in_no_area_of_a_level_is_in_no_margin_of_it():
    margins, size = to_margins(codes(lan=[0, 0, -1, -1]))
    assert margins.shape == (4, 2)
    assert (margins[2:] == size).any(axis=1).all()
    assert (margins[:2] < size).all()
