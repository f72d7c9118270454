"""Python's collector of what is no longer used: how often it looks, and at how much."""

import gc

# Objects made before it looks at the newest of them; a run of a page makes some ten thousand
_NEWEST, _YOUNG, _OLD = 20_000, 20, 20


def settle() -> None:
    """Call when all that stays is there. It is not looked through again: at every whole look it
    would keep all visitors waiting for a third of a second."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEWEST, _YOUNG, _OLD)
