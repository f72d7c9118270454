"""Measures and prints the table: `python -m benchmarks`, or `make bench`."""

import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks import api, documents, measures, releasing, reporting
from benchmarks.measures import Figures
from benchmarks.report import (
    to_api,
    to_documents,
    to_followed,
    to_markdown,
    to_releasing,
    to_reporting,
)
from benchmarks.sites import Site, serve, visit
from tests.browser_binary import launch


def measure(browser: Browser, karta: Site, empty: Site) -> tuple[Figures, Figures]:
    """Everything, with both servers warmed by one visit each."""
    figures = {karta: Figures(), empty: Figures()}
    for site in figures:
        with visit(browser, site) as warming:
            warming.settle()
    _say("cold loads")
    measures.measure_cold(browser, figures)
    with ExitStack() as open_pages:
        visits = {
            open_pages.enter_context(visit(browser, site)): found for site, found in figures.items()
        }
        for one in visits:
            one.settle()
            for number in (0, 1):  # the first changes load what the next ones keep
                measures.change(one, number, Figures())
                one.settle()
        _say("changes")
        idle = measures.measure_idle(list(visits))
        measures.measure_changes(visits, idle)
        _say("clicks and slider")
        on_karta = next(iter(visits))
        measures.measure_clicks(on_karta, figures[karta], idle[0])
        measures.measure_slider(on_karta, figures[karta])
    return figures[karta], figures[empty]


def measure_followed(browser: Browser, followed: Site, empty: Site) -> tuple[Figures, Figures]:
    """Cold loads to the first content, and changes of the select box, beside the empty page."""
    figures = {followed: Figures(), empty: Figures()}
    for site in figures:
        with visit(browser, site) as warming:
            warming.settle()
    measures.measure_cold(browser, figures)
    with ExitStack() as open_pages:
        visits = {
            open_pages.enter_context(visit(browser, site)): found for site, found in figures.items()
        }
        for one in visits:
            one.settle()
            for number in range(measures.VALUES):  # the first changes load what the next ones keep
                measures.change(one, number, Figures())
                one.settle()
        measures.measure_changes(visits, measures.measure_idle(list(visits)))
    return figures[followed], figures[empty]


def main() -> None:
    """Measure reporting and a release, then serve both pages and measure them; print."""
    start = time.monotonic()
    _say("a region's full quarter")
    print(to_reporting(reporting.measure()), end="\n\n", flush=True)
    _say("a release of twenty years")
    print(to_releasing(releasing.measure()), end="\n\n", flush=True)
    _say("the national report")
    print(to_documents(documents.measure()), end="\n\n", flush=True)
    _say("starting the servers")
    with (
        tempfile.TemporaryDirectory(prefix="bob-bench-") as folder,
        serve(Path(folder)) as (karta, followed, empty),
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        found = measure(browser, karta, empty)
        print(to_markdown(*found, browser.version), end="\n\n", flush=True)
        for site in followed:
            _say(site.name)
            print(
                to_followed(site, *measure_followed(browser, site, empty)), end="\n\n", flush=True
            )
        browser.close()
        _say("open data")
        print(to_api(api.measure(followed[0].server.address)), end="\n\n", flush=True)
    _say(f"done in {time.monotonic() - start:.0f} s")


def _say(what: str) -> None:
    print(f"… {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
