"""What a copy tells while it goes on, to who looks at stderr: table, rows, share of all rows."""

import sys
import time

from words import _

SECONDS = 0.5  # between signs of life on a screen
QUIET_SECONDS = 30.0  # and in a log
PARTS = {"main": "bob", "raw": "bob-inlamnat"}


class Progress:
    """A line for each table that has rows, and where somebody looks, one that moves."""

    def __init__(self) -> None:
        self._doing, self._rows = "", {("", ""): 0}
        self._done, self._here, self._total = 0, 0, 1
        self._told = time.monotonic()
        self._moves = sys.stderr.isatty()

    def begin(self, doing: str, rows: dict[tuple[str, str], int]) -> None:
        """`doing` ('copy', 'compare') begins, for tables of so many rows."""
        self._doing = {"copy": _("Kopierar"), "compare": _("Jämför")}[doing]
        self._rows, self._total, self._done, self._here = rows, sum(rows.values()), 0, 0

    def go_on(self, part: str, table: str, rows: int) -> None:
        """So many more rows of the table are done."""
        self._done += rows
        self._here += rows
        waits = SECONDS if self._moves else QUIET_SECONDS
        if time.monotonic() - self._told >= waits:
            self._tell(part, table, end="\r" if self._moves else "\n")

    def end(self, part: str, table: str) -> None:
        """The table is done."""
        if self._here:
            self._tell(part, table, end="\n")
        self._here = 0

    def _tell(self, part: str, table: str, end: str) -> None:
        self._told = time.monotonic()
        share = 100 * self._done // max(1, self._total)
        told = _("{doing} {store}/{table}: {rows} av {all} rader, {share} % av allt").format(
            doing=self._doing,
            store=PARTS[part],
            table=table,
            rows=_to_number(self._here),
            all=_to_number(max(self._here, self._rows.get((part, table), 0))),
            share=min(100, share),
        )
        print(f"{told:<78}" if self._moves else told, end=end, file=sys.stderr, flush=True)


def _to_number(count: int) -> str:
    return f"{count:,}".replace(",", "\N{NO-BREAK SPACE}")
