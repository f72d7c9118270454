"""The pictures of `docs/`: `python -m tests.pictures [name …]` takes them anew, all or those that
are named, of the example data on the last day of its story."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from data_access.example import LAST
from indicators.periods import Quarter
from tests.browser.conftest import map_frame, open_page
from tests.browser.wire import listen
from tests.browser_binary import launch
from tests.served import ROOT, Served

FOLDER = ROOT / "docs"
WIDE, NARROW = 1400, 390
CHART = "[data-testid=stVegaLiteChart] canvas, [data-testid=stVegaLiteChart] svg"
GRID = "[data-testid=stDataFrame] canvas"
FORM = f"/rapportera?roll=rapportor&enhet=lpo-lulea-boden&slag=atgarder&period={Quarter.of(LAST)}"
SETTLED = 1_500  # milliseconds in which charts and tables take their places


@dataclass(frozen=True)
class Picture:
    """A view: its file's name, its address, what must be drawn first, and the screen's size."""

    name: str
    path: str
    drawn: str = "h1"
    height: int = 1010
    width: int = WIDE
    has_map: bool = False


PICTURES = (
    Picture("karta", "/karta?omrade=lpo-jarva", GRID, has_map=True),
    Picture("karta-smal", "/karta", width=NARROW, height=1200, has_map=True),
    Picture("oversikt", "/", "[data-testid=stMetric]", 1200),
    Picture("oversikt-en", "/?sprak=en", "[data-testid=stMetric]", 1200),
    Picture("omrade", "/omrade?omrade=lpo-jarva", GRID, 1600),
    Picture("trender", "/trender", CHART, 1300),
    Picture("rapportera", FORM, GRID, 1200),
)


class NoSuchPicture(LookupError):
    """A name was given that no picture has."""

    def __init__(self, names: set[str]):
        known = ", ".join(one.name for one in PICTURES)
        super().__init__(f"no picture {', '.join(sorted(names))}; choose of {known}")


def main(names: list[str]) -> None:
    """Take them. Raises NoSuchPicture."""
    if unknown := set(names) - {one.name for one in PICTURES}:
        raise NoSuchPicture(unknown)
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as running,
        launch(running) as browser,
        serve(Path(folder)) as server,
    ):
        for picture in PICTURES:
            if not names or picture.name in names:
                print(take(picture, server, browser).relative_to(ROOT), flush=True)


@contextmanager
def serve(folder: Path) -> Iterator[Served]:
    """A server on example reports, their release and lägesbilder, whatever is set where it runs."""
    for name in [name for name in os.environ if name.startswith("BOB_")]:
        del os.environ[name]
    command = [sys.executable, "-m", "pages.picture_example", "--at-start"]
    own = {**os.environ, "BOB_DATA_DIR": str(folder)}
    subprocess.run(command, cwd=ROOT, env=own, check=True, stdout=subprocess.DEVNULL)
    server = Served(folder, command="uvicorn", app="tests.on_day:app").start()
    try:
        yield server
    finally:
        server.stop()


def take(picture: Picture, server: Served, browser: Browser) -> Path:
    """One picture, as a new visitor sees it; its file."""
    context = browser.new_context(
        viewport={"width": picture.width, "height": picture.height},
        locale="sv-SE",
        timezone_id="Europe/Stockholm",
        reduced_motion="reduce",
    )
    listen(context)
    try:
        page = context.new_page()
        open_page(page, server, picture.path)
        wait(page, picture)
        file = FOLDER / f"{picture.name}.png"
        page.screenshot(path=file, animations="disabled", caret="hide")
        return file
    finally:
        context.close()


def wait(page: Page, picture: Picture) -> None:
    """Until what the picture is of has been drawn."""
    if picture.has_map:
        map_frame(page)
    page.locator(picture.drawn).first.wait_for(timeout=60_000)
    page.wait_for_timeout(SETTLED)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except NoSuchPicture as error:
        sys.exit(str(error))
