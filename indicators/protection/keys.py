"""The secret key of the rounding: what chance each cell gets, and how a lost key is noticed."""

import hashlib
import hmac
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

SHORTEST = 16  # bytes
_WORDS = 4  # of 64 bits in a digest

Words = NDArray[np.uint64]


class NoKey(ValueError):
    """There is no key, or one that could be guessed: shorter than `least` bytes."""

    def __init__(self, least: int = SHORTEST) -> None:
        super().__init__(f"the key must have {least} bytes or more; give the release's own key")


class KeyChanged(ValueError):
    """The key is not that of the earlier release: cells would be rounded anew, and so told."""

    def __init__(self, fingerprint: str, earlier: str):
        super().__init__(
            f"the key has the fingerprint {fingerprint}, the earlier release's had {earlier};"
            " put the earlier key back"
        )


def fingerprint(key: bytes) -> str:
    """Sixteen signs that tell keys apart and tell nothing of them. NoKey."""
    return _digest(key, b"fingerprint").hex()[:16]


def check_key(key: bytes, earlier: str | None) -> str:
    """The key's fingerprint; KeyChanged when the earlier release (None = none) had another."""
    found = fingerprint(key)
    if earlier is not None and not hmac.compare_digest(found.encode(), earlier.encode()):
        raise KeyChanged(found, earlier)
    return found


def to_words(key: bytes, identities: Iterable[Sequence[str]]) -> Words:
    """Four random words a cell, from the key and what the cell is called alone. NoKey."""
    digests = [_digest(key, "\x1f".join(identity).encode()) for identity in identities]
    return np.frombuffer(b"".join(digests), dtype="<u8").reshape(-1, _WORDS).astype(np.uint64)


def to_coins(words: Words, others: Words, turn: int) -> NDArray[np.float64]:
    """A chance (0–1) for each pair of cells, new for every turn."""
    stir = (turn * 0x9E3779B97F4A7C15) % 2**64
    mixed = words[:, 1] ^ (others[:, 2] + np.full(len(words), stir, dtype=np.uint64))
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):  # SplitMix64
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    mixed ^= mixed >> np.uint64(31)
    return (mixed >> np.uint64(11)).astype(np.float64) * 2.0**-53


def _digest(key: bytes, message: bytes) -> bytes:
    if len(key) < SHORTEST:
        raise NoKey
    return hmac.digest(key, message, hashlib.sha256)
