"""SQL of 'what holds on a day, as it was known on a day', for any append-only table.

`indicators.establishment.stage_as_of` is the same rule in plain Python, and the tests hold the
two equal. Bound: :day, and :known_before (the first moment too late to be known).
"""

from datetime import date
from typing import Any

from sqlalchemy import Date, TextClause, bindparam, text

from data_access.schema import UtcTime
from indicators.establishment import to_known_before

# A row counts when it was known, holds by the day, and is not corrected by a known row. Of several
# on one day the last recorded speaks; `since` is the first day of the unbroken value. Each step
# goes straight to its row by index, so that twenty years of events cost no more than one.
_LATEST = """
{name}_last AS MATERIALIZED (
  SELECT x.*, (
    SELECT t.id FROM {table} t WHERE {live} AND t.effective_on <= :day
    ORDER BY t.effective_on DESC, t.recorded_at DESC, t.id DESC LIMIT 1) AS id
  FROM ({of}) x
), {name}_break AS MATERIALIZED (
  SELECT x.*, (
    SELECT t.effective_on FROM {table} t
    WHERE {live} AND t.effective_on <= :day AND t.{value} <> last.{value} AND NOT EXISTS (
      SELECT 1 FROM {table} u WHERE {later} AND u.effective_on = t.effective_on
      AND (u.recorded_at > t.recorded_at OR (u.recorded_at = t.recorded_at AND u.id > t.id)))
    ORDER BY t.effective_on DESC LIMIT 1) AS broken_on
  FROM {name}_last x JOIN {table} last ON last.id = x.id
), {name} AS MATERIALIZED (
  SELECT x.*, (
    SELECT t.effective_on FROM {table} t
    WHERE {live} AND t.effective_on <= :day AND t.effective_on > COALESCE(x.broken_on, :never)
    ORDER BY t.effective_on LIMIT 1) AS since
  FROM {name}_break x
)"""
_KNOWN = "{row}.recorded_at < :known_before"
_UNCORRECTED = """ AND {row}.{value} IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM {table} s WHERE s.supersedes = {row}.id AND s.recorded_at < :known_before)"""


def latest(
    name: str, table: str, keys: tuple[str, ...], value: str, *, of: str = "", corrects: bool = True
) -> str:
    """Common table expressions that end in `name`: keys, id of the row that speaks, since.

    `of`: a SELECT of the keys to answer for (default: all in the table). `corrects`: the table
    has `supersedes`.
    """
    of = of or f"SELECT DISTINCT {', '.join(keys)} FROM {table}"
    rule = _KNOWN + (_UNCORRECTED if corrects else "")
    live, later = (
        " AND ".join(f"{row}.{key} = x.{key}" for key in keys)
        + " AND "
        + rule.format(row=row, table=table, value=value)
        for row in ("t", "u")
    )
    return _LATEST.format(name=name, table=table, value=value, of=of, live=live, later=later)


def all_told(table: str, columns: str, value: str, *, corrects: bool = True) -> str:
    """SQL of all that counts until :day, in the order in which it comes to speak: the columns of
    the table's rows `t`, for `indicators.held`."""
    rule = _KNOWN + (_UNCORRECTED if corrects else "")
    return f"""
SELECT {columns}, t.effective_on FROM {table} t
WHERE {rule.format(row="t", table=table, value=value)} AND t.effective_on <= :day
ORDER BY t.effective_on, t.recorded_at, t.id
"""


def statement(sql: str, **columns: Any) -> TextClause:
    """The SQL with its two clocks typed, and the types of the columns that need one."""
    bound = text(sql).bindparams(
        bindparam("day", type_=Date), bindparam("known_before", type_=UtcTime)
    )
    if ":never" in sql:
        bound = bound.bindparams(bindparam("never", date.min, type_=Date))
    return bound.columns(**columns) if columns else bound  # type: ignore[return-value]


def clocks(on: date, known_on: date | None) -> dict[str, Any]:
    """Values of the two clocks."""
    return {"day": on, "known_before": to_known_before(known_on)}
