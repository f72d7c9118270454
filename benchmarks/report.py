"""The figures as a markdown table: ratios to the empty page, bounds, and whether they are held."""

import os
from collections.abc import Sequence
from dataclasses import dataclass

import clock
from benchmarks.api import CONNECTIONS, SECONDS, Answered
from benchmarks.documents import Made
from benchmarks.measures import COLD_ROUNDS, INTERACTIONS, Figures, middle
from benchmarks.releasing import Released
from benchmarks.reporting import REGION, ROUNDS, Reported
from benchmarks.sites import Site

HEAD = ["What", "Karta", "empty page", "ratio", "bound", "held"]
CALLS_A_SECOND = 300


@dataclass(frozen=True)
class Row:
    """A measure of both pages. The bound is on the ratio when there is one, else on Karta."""

    what: str
    karta: float
    empty: float | None
    unit: str
    bound: float | None
    of_ratio: bool = False

    @property
    def ratio(self) -> float | None:
        return self.karta / self.empty if self.empty and self.empty > 0 else None

    @property
    def held(self) -> str:
        if self.bound is None:
            return "–"
        measured = self.ratio if self.of_ratio else self.karta
        return "held" if measured is not None and measured <= self.bound else "**not held**"

    def cells(self) -> list[str]:
        bound = "–"
        if self.bound is not None:
            unit = "× empty" if self.of_ratio else self.unit
            bound = f"≤ {self.bound:,g} {unit}".rstrip()
        ratio = "–" if self.ratio is None else f"{self.ratio:.2f}"
        empty = "–" if self.empty is None else self._text(self.empty)
        return [self.what, self._text(self.karta), empty, ratio, bound, self.held]

    def alone(self) -> list[str]:
        """The cells without those of the empty page."""
        what, value, _empty, _ratio, bound, held = self.cells()
        return [what, value, bound, held]

    def _text(self, value: float) -> str:
        digits = 1 if value < 100 and self.unit else 0
        return f"{value:,.{digits}f} {self.unit}".rstrip()


def to_rows(karta: Figures, empty: Figures) -> list[Row]:
    """One row a measure; medians."""
    cold, change = "Cold load to first painted area", "Change of indicator to painted"
    slow = max(karta.step)
    return [
        Row(cold, middle(karta.cold), middle(empty.cold), "ms", 1.5, of_ratio=True),
        Row("Cold load, moved", middle(karta.cold_kb), middle(empty.cold_kb), "kB", 2000),
        Row(change, middle(karta.change), middle(empty.change), "ms", 1.5, of_ratio=True),
        Row("Change of indicator to table and text", middle(karta.follow), None, "ms", None),
        Row("Change, moved", middle(karta.change_kb), middle(empty.change_kb), "kB", 20),
        Row("Change, server CPU", karta.change_cpu, empty.change_cpu, "ms", 20),
        Row("Click to panel, first", karta.first_click, None, "ms", None),
        Row("Click to panel, next", middle(karta.click), None, "ms", 150),
        Row("Click, moved", middle(karta.click_kb), None, "kB", None),
        Row("Click, server CPU", karta.click_cpu, None, "ms", 20),
        Row("Slider step", middle(karta.step), None, "ms", 50),
        Row("Slider step, slowest", slow, None, "ms", None),
        Row("Frame of play, slowest", max(karta.play), None, "ms", 50),
        Row("Slider and play, messages to or from the server", karta.step_messages, None, "", 0),
        Row("Slider and play, files fetched", karta.step_files, None, "", None),
    ]


def to_reporting_rows(found: Reported) -> list[Row]:
    """One row a measure of what is reported."""
    return [
        Row("Spreadsheet read, checked and compared", found.preview * 1000, None, "ms", 3000),
        Row("The same, first time", found.first_preview * 1000, None, "ms", None),
        Row("Stored in one transaction", found.commit * 1000, None, "ms", 1000),
        Row("Memory above idle, at most", found.memory, None, "MB", 150),
        Row("Template made", found.template * 1000, None, "ms", None),
    ]


def to_releasing(found: Released) -> str:
    """The table of a release, with what it was measured on."""
    rows = [
        Row("Release made", found.seconds * 1000, None, "ms", 60_000),
        Row("Memory above idle, at most", found.memory, None, "MB", 1_000),
    ]
    note = f"Twenty years of ten indicators by sex and age: {found.cells:,} cells, audited."
    return _to_table("Release", note, [row.alone() for row in rows])


def to_documents(found: Made) -> str:
    """The table of the national report."""
    rows = [
        Row("National report, all files", found.seconds * 1000, None, "ms", 30_000),
        Row("Memory above idle, at most", found.memory, None, "MB", 400),
        Row("Files together", found.size, None, "kB", None),
    ]
    note = "The country and its seven regions, from nothing kept; memory of children too."
    return _to_table("Report", note, [row.alone() for row in rows])


def to_api(found: Answered) -> str:
    """The table of open data, with what it was measured on."""
    lines = []
    for name, of in found.spoken.items():
        bound = 50 if name == "JSON-stat" else None
        rows = (
            Row(f"{name}, next call", middle(of.next), None, "ms", bound),
            Row(f"{name}, first call", of.first, None, "ms", None),
            Row(f"{name}, moved", of.kilobytes, None, "kB", None),
        )
        lines += [row.alone() for row in rows]
    slowest = found.waits[int(len(found.waits) * 0.99)]
    is_held = "held" if found.per_second >= CALLS_A_SECOND else "**not held**"
    lines += [
        ["JSON-stat, calls a second", f"{found.per_second:.0f}", f"≥ {CALLS_A_SECOND}", is_held],
        ["the same, wait that 99 of 100 are below", f"{slowest:.0f} ms", "–", "–"],
    ]
    note = f"{CONNECTIONS} connections for {SECONDS:.0f} s, asked from the same machine."
    return _to_table("Open data", note, lines)


def to_reporting(found: Reported) -> str:
    """The table of what is reported, with what it was measured on."""
    note = (
        f"A full quarter of {REGION}: {found.areas} LPO, every kind, {found.values:,} values in a "
        f"file of {found.file_kb:.0f} kB, seven quarters stored before it; medians of {ROUNDS}, in "
        f"a process of its own."
    )
    return _to_table("Rapportera", note, [row.alone() for row in to_reporting_rows(found)])


def _to_table(of: str, note: str, lines: Sequence[Sequence[str]]) -> str:
    """A table of what is not beside the empty page, below what it was measured on."""
    table = [["What", of, "bound", "held"], ["---", "---:", "---:", "---"], *lines]
    return "\n".join([note, "", *(f"| {' | '.join(cells)} |" for cells in table)])


def to_markdown(karta: Figures, empty: Figures, browser: str) -> str:
    """The table with what it was measured on."""
    lines = [HEAD, ["---", *["---:"] * 4, "---"]]
    lines += [row.cells() for row in to_rows(karta, empty)]
    note = (
        f"Measured {clock.today()}: one run, the pages in turn, "
        f"medians of {COLD_ROUNDS} cold loads and {INTERACTIONS} interactions, "
        f"headless Chromium {browser}, {os.cpu_count()} cores shared by servers and browser."
    )
    return "\n".join([note, "", *(f"| {' | '.join(cells)} |" for cells in lines)])


def to_followed(site: Site, own: Figures, empty: Figures) -> str:
    """The table of a page of follow-up beside the empty page."""
    changed = f"Change of {site.select} to the answer"
    rows = [
        Row(
            "Cold load to the answer", middle(own.cold), middle(empty.cold), "ms", 1.3,
            of_ratio=True,
        ),
        Row("Cold load, moved", middle(own.cold_kb), middle(empty.cold_kb), "kB", None),
        Row(changed, middle(own.change), middle(empty.change), "ms", 2, of_ratio=True),
        Row("Change, moved", middle(own.change_kb), middle(empty.change_kb), "kB", None),
        Row("Change, server CPU", own.change_cpu, empty.change_cpu, "ms", None),
    ]  # fmt: skip
    head = [HEAD[0], site.name, *HEAD[2:]]
    lines = [head, ["---", *["---:"] * 4, "---"], *(row.cells() for row in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
