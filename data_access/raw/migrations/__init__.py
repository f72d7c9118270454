"""Migrations of the store of what is reported: a chain of its own."""

from pathlib import Path

from data_access.migrations import read_chain

RAW_CHAIN = read_chain(Path(__file__).parent)
