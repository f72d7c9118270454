"""Frames as bytes, kept with the frame."""

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


def test_what_tells_answers_apart_is_no_other_frame_s():
    frame = pd.DataFrame({"value": [1]})
    say = arrow.once(lambda one, word: f"{word} {one['value'][0]}")
    assert [say(frame, "a"), say(frame, "b"), say(frame.assign(value=2), "a")] == [
        "a 1",
        "b 1",
        "a 2",
    ]


def test_a_table_of_arrow_is_the_frame():
    frame = pd.DataFrame({"name": ["Umeå", None], "value": [1.5, None]})
    pd.testing.assert_frame_equal(arrow.to_table(frame).to_pandas(), frame)


def test_bytes_go_with_their_frame():
    frame = pd.DataFrame({"value": [1]})
    name = (id(frame),)
    made = arrow.to_bytes(frame)
    assert arrow.to_bytes.made[name][1] is made
    del frame  # the last that held it
    assert name not in arrow.to_bytes.made
