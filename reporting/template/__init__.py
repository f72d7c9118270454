"""The spreadsheet made for a reporter: her areas, her period, what she reported before."""

from reporting.template.workbook import to_template

__all__ = ["to_template"]
