import numpy as np
import pytest

from indicators.protection.keys import (
    KeyChanged,
    NoKey,
    check_key,
    fingerprint,
    to_coins,
    to_words,
)

KEY = b"a key for tests, of enough bytes"
CELLS = [("i", f"part-{number}", "2026K1", "man", "12-14") for number in range(4000)]


def test_a_changed_or_lost_key_is_noticed_by_its_fingerprint():
    assert check_key(KEY, None) == check_key(KEY, fingerprint(KEY)) == fingerprint(KEY)
    with pytest.raises(KeyChanged, match=fingerprint(KEY)):
        check_key(b"another key that is long enough", fingerprint(KEY))
    with pytest.raises(NoKey):
        check_key(b"", fingerprint(KEY))


def test_a_fingerprint_does_not_tell_the_key():
    assert KEY.hex() not in fingerprint(KEY)
    assert len(fingerprint(KEY)) == 16


@pytest.mark.parametrize("key", [b"", b"short"])
def test_a_key_that_can_be_guessed_is_none(key):
    with pytest.raises(NoKey):
        fingerprint(key)


def test_a_cells_words_come_of_its_name_and_the_key_alone():
    words = to_words(KEY, CELLS)
    assert (to_words(KEY, CELLS[7:9]) == words[7:9]).all()
    assert not (to_words(KEY + b"x", CELLS) == words).any()
    assert len(to_words(KEY, [])) == 0


def test_coins_are_fair_and_new_each_turn():
    words = to_words(KEY, CELLS)
    coins = np.stack([to_coins(words, words[::-1], turn) for turn in range(3)])
    assert np.abs(coins.mean(axis=1) - 0.5).max() < 0.02
    assert np.abs(np.corrcoef(coins)[0, 1:]).max() < 0.05
    assert ((coins >= 0) & (coins < 1)).all()
