"""Reading of spreadsheets and CSV as people fill them in."""

from reporting.reading.reader import Found, read_file

__all__ = ["Found", "read_file"]
