"""The door to the database: its engine, its errors, and making it ready."""

from data_access.connect import BadDatabaseUrl, dispose, engine, reading, writing
from data_access.errors import DatabaseUnavailable, NotPrepared, NotWritable, WrongSchema
from data_access.prepare import ensure_prepared, prepare

__all__ = [
    "BadDatabaseUrl",
    "DatabaseUnavailable",
    "NotPrepared",
    "NotWritable",
    "WrongSchema",
    "dispose",
    "engine",
    "ensure_prepared",
    "prepare",
    "reading",
    "writing",
]
