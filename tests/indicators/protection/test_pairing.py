import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.protection.keys import to_words
from indicators.protection.pairing import round_in_pairs, to_places

COUNTS = st.lists(st.integers(1, 4), min_size=1, max_size=60)


def words(cells, key=b"a key for tests, of enough bytes"):
    return to_words(key, [(str(number),) for number in range(cells)])


def test_places_are_counted_within_each_run():
    assert to_places(np.array([7, 7, 7, 2, 3, 3])).tolist() == [0, 1, 2, 0, 0, 1]
    assert to_places(np.array([], dtype=np.int64)).tolist() == []


@settings(max_examples=60, deadline=None)
@given(COUNTS, st.integers(1, 7), st.integers(0, 99))
def test_every_group_is_less_than_one_base_from_its_sum(counts, groups, turn):
    raw = np.array(counts)
    group = np.arange(len(raw)) % groups
    key = f"a key of the test {turn:05}".encode()
    whole = np.zeros(len(raw), dtype=np.int64)
    up = round_in_pairs(raw / 5, [group, whole], words(len(raw), key))
    assert abs(5 * up.sum() - raw.sum()) < 5
    for number in range(groups):
        own = group == number
        assert abs(5 * up[own].sum() - raw[own].sum()) < 10


def test_each_cell_keeps_its_chance():
    raw = np.array([1, 2, 3, 4, 1, 1, 2])
    group = np.array([0, 0, 0, 1, 1, 2, 3])
    ups = np.stack(
        [
            round_in_pairs(raw / 5, [group, group * 0], words(7, f"{turn:032}".encode()))
            for turn in range(4000)
        ]
    )
    assert np.abs(ups.mean(axis=0) - raw / 5).max() < 0.035
