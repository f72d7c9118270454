"""The tests' own finder of counts: in each way that something is sent, and in no other."""

import json

import pandas as pd
import pyarrow as pa
import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.leaks import Secrets

TOLD, UNTOLD = 20_000_005, 20_000_003
SECRETS = Secrets({UNTOLD}, {TOLD})


def to_arrow(frame):
    table = pa.Table.from_pandas(frame)
    out = pa.BufferOutputStream()
    with pa.ipc.new_stream(out, table.schema) as stream:
        stream.write_table(table)
    return out.getvalue().to_pybytes()


def to_message(**of_element):
    """A message with a table, a chart or a component in it."""
    message = ForwardMsg()
    element = message.delta.new_element
    if "frame" in of_element:
        element.dataframe.arrow_data.data = to_arrow(of_element["frame"])
    if "chart" in of_element:
        element.vega_lite_chart.spec = json.dumps(of_element["chart"])
    if "map" in of_element:
        script = f'window.x=[];bob.learn("a",{json.dumps(of_element["map"])});bob.update(b,{{}});'
        element.component_instance.json_args = json.dumps({"feature_group": script})
    if "text" in of_element:
        element.markdown.body = of_element["text"]
    return message


def to_each(count):
    """The count in every way that something is sent, beside a figure that counts are known by."""
    rows = [{"område": "A", "antal": TOLD}, {"område": "B", "antal": count}]
    texts = {"a": f"{TOLD:,}".replace(",", " "), "b": f"{count:,}".replace(",", " ")}
    return {
        "table": to_message(frame=pd.DataFrame(rows)),
        "table of texts": to_message(frame=pd.DataFrame({"Antal": list(texts.values())})),
        "index": to_message(frame=pd.DataFrame({"x": "ab"}, index=[TOLD, count])),
        "chart": to_message(chart={"datasets": {"d": rows}}),
        "map": to_message(map={"values": texts, "others": []}),
        "map of the other indicators": to_message(map={"others": [{"values": texts}]}),
        "pairs": to_message(map={"values": [["a", TOLD], ["b", count]]}),
        "file": json.dumps(rows).encode(),
    }


@pytest.mark.parametrize("way", to_each(0))
def test_a_small_count_is_found_among_counts(way):
    assert SECRETS.has_counts(to_each(0)[way])
    assert SECRETS.find(to_each(0)[way]) == []
    assert SECRETS.find(to_each(5)[way]) == []
    for count in (1, 4):
        assert SECRETS.find(to_each(count)[way]) == [f"a small count among 2: {count}"]


@pytest.mark.parametrize("way", to_each(0))
def test_a_sum_as_reported_is_found(way):
    assert f"a sum as reported: {UNTOLD}" in SECRETS.find(to_each(UNTOLD)[way])


@pytest.mark.parametrize("text", ["20 000 003 unga", "**20000003**", "(20 000 003)"])
def test_a_sum_as_reported_is_found_in_a_sentence(text):
    assert SECRETS.find(to_message(text=text)) == [f"a sum as reported: {UNTOLD}"]


def test_small_numbers_that_are_no_counts_are_let_be():
    frame = pd.DataFrame({"Antal": [TOLD, 0], "Kvartal": [1, 3], "Andel": [1.5, 3.0]})
    assert SECRETS.find(to_message(frame=frame)) == []
    assert SECRETS.find(to_message(text="3 av 95 råd")) == []
    assert not SECRETS.has_counts(to_message(text="3 av 95 råd"))
    assert SECRETS.find(to_message(frame=pd.DataFrame({"a": [1, 2, 3, 4]}))) == []


def test_a_word_about_a_count_is_no_count():
    frame = pd.DataFrame({"Antal": [f"{TOLD}", "saknas", "skyddat", "2 kommuner saknas"]})
    assert SECRETS.find(to_message(frame=frame)) == []


def test_a_code_beside_a_count_is_no_count():
    area = {"kod": "01", "antal": TOLD}
    assert SECRETS.find(json.dumps({"features": [{"properties": area}]})) == []
    assert SECRETS.find([area | {"antal": "1", "hela": TOLD}]) == ["a small count among 3: 1"]
