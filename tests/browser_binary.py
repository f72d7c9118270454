"""The Chromium that browser tests and benchmarks run: Playwright's own, else the system's."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

# The sandbox needs rights that a container or root rarely has; the rest keeps Chromium from
# looking up hosts of its own.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# A page lives for seconds: what compilers that optimise take is never won back in it
NO_COMPILERS = "--js-flags=--no-opt --no-maglev"
ONE_PROCESS = "--process-per-site"  # a page that comes again finds its scripts compiled


class NoBrowser(FileNotFoundError):
    """No Chromium is installed."""

    def __init__(self) -> None:
        super().__init__("no Chromium found; `make browser` installs one")


def find_binary(playwright: Playwright) -> str:
    """Path of the browser. NoBrowser when there is none."""
    own = playwright.chromium.executable_path
    found = own if Path(own).exists() else None
    # the shell is the same browser without windows, and takes a sixth less of the processor
    for name in ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"):
        found = found or shutil.which(name)
    if not found:
        raise NoBrowser
    return found


def launch(playwright: Playwright, *more: str) -> Browser:
    """A headless Chromium, with more arguments."""
    binary = find_binary(playwright)
    return playwright.chromium.launch(executable_path=binary, args=[*ARGUMENTS, *more])


if __name__ == "__main__":
    with sync_playwright() as running:
        try:
            print(find_binary(running))
        except NoBrowser as error:
            sys.exit(str(error))
