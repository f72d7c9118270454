"""Tables as Parquet."""

import io
import json
from collections.abc import Mapping

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

TYPE = "application/vnd.apache.parquet"
KEY = b"lagesbild-bob"  # of what is told of the whole table, as JSON, in the file's metadata


def to_parquet(table: pd.DataFrame, told: Mapping[str, object]) -> bytes:
    """The table as a Parquet file, with what is `told` of it."""
    arrow = pa.Table.from_pandas(table, preserve_index=False)
    metadata = dict(arrow.schema.metadata or {})
    metadata[KEY] = json.dumps(dict(told), ensure_ascii=False).encode("utf-8")
    out = io.BytesIO()
    pq.write_table(arrow.replace_schema_metadata(metadata), out, compression="zstd")
    return out.getvalue()
