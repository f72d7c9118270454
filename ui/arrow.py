"""Frames as the browser gets them (Arrow), made once for each frame that is kept."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import TypeVar
from weakref import ReferenceType, ref

import pandas as pd
from streamlit import dataframe_util

R = TypeVar("R")


def once(make: Callable[..., R]) -> Callable[..., R]:
    """Of a function of a frame (and of what tells its answers apart): the answer is kept as long as
    the frame is there; a frame that has been given is not to be written to. Most tables and charts
    are kept from run to run, and this is most of what drawing them costs."""
    made: dict[Hashable, tuple[ReferenceType[pd.DataFrame], R]] = {}

    @wraps(make)
    def ask(frame: pd.DataFrame, *more: Hashable) -> R:
        name = (id(frame), *more)
        known = made.get(name)
        if known is not None and known[0]() is frame:
            return known[1]
        answer = make(frame, *more)
        made[name] = ref(frame, lambda _gone: made.pop(name, None)), answer
        return answer

    ask.made = made  # type: ignore[attr-defined]
    return ask


to_bytes = once(dataframe_util.convert_pandas_df_to_arrow_bytes)
to_table = once(dataframe_util.convert_pandas_df_to_arrow_table)
