"""Frames as the browser gets them (Arrow), made once for each frame that is kept."""

from weakref import ReferenceType, ref

import pandas as pd
from streamlit.dataframe_util import convert_pandas_df_to_arrow_bytes

_made: dict[int, tuple[ReferenceType[pd.DataFrame], bytes]] = {}


def to_bytes(frame: pd.DataFrame) -> bytes:
    """The frame's bytes, as long as it is there; a frame that has been given is not to be written
    to. Most charts are kept from run to run, and this is most of what drawing them costs."""
    name = id(frame)
    known = _made.get(name)
    if known is not None and known[0]() is frame:
        return known[1]
    made = convert_pandas_df_to_arrow_bytes(frame)
    _made[name] = ref(frame, lambda _gone: _made.pop(name, None)), made
    return made
