"""Frames as bytes, kept with the frame."""

import gc

import pandas as pd
import pyarrow as pa

from ui import arrow


def read(made):
    return pa.ipc.open_stream(made).read_pandas()


def test_bytes_hold_the_frame():
    frame = pd.DataFrame({"name": ["Umeå", None], "value": [1.5, None]})
    pd.testing.assert_frame_equal(read(arrow.to_bytes(frame)), frame)


def test_the_same_frame_is_made_once_and_another_is_not_it():
    frame = pd.DataFrame({"value": [1]})
    made = arrow.to_bytes(frame)
    assert arrow.to_bytes(frame) is made
    assert read(arrow.to_bytes(frame.assign(value=2)))["value"].to_list() == [2]


def test_bytes_go_with_their_frame():
    frame = pd.DataFrame({"value": [1]})
    before = len(arrow._made)
    arrow.to_bytes(frame)
    assert len(arrow._made) == before + 1
    del frame
    gc.collect()
    assert len(arrow._made) == before
