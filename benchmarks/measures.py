"""The measures. Each returns plain numbers; what they must reach stands in `report`."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median

from playwright.sync_api import Browser

from benchmarks.sites import Site, Visit, visit

COLD_ROUNDS = 7
INTERACTIONS = 20
VALUES = 3  # that are chosen in turn in a select box
SPACING = 0.4  # seconds from an answer to the next interaction
PLAYED = 3


@dataclass
class Figures:
    """Milliseconds, kilobytes and counts of one site, one value a round."""

    cold: list[float] = field(default_factory=list)
    cold_kb: list[float] = field(default_factory=list)
    change: list[float] = field(default_factory=list)
    follow: list[float] = field(default_factory=list)
    change_kb: list[float] = field(default_factory=list)
    change_cpu: float = 0.0
    first_click: float = 0.0
    click: list[float] = field(default_factory=list)
    click_kb: list[float] = field(default_factory=list)
    click_cpu: float = 0.0
    step: list[float] = field(default_factory=list)
    play: list[float] = field(default_factory=list)
    step_messages: int = 0
    step_files: int = 0


@dataclass
class Work:
    """CPU of a server between start and stop, less what it uses when idle."""

    site: Site
    idle: float  # CPU seconds a second
    cpu: float = 0.0
    at: float = 0.0

    def start(self) -> "Work":
        self.cpu, self.at = self.site.cpu_seconds(), time.monotonic()
        return self

    def milliseconds(self, interactions: int) -> float:
        """A single interaction's."""
        idle = self.idle * (time.monotonic() - self.at)
        return (self.site.cpu_seconds() - self.cpu - idle) * 1000 / interactions


def measure_cold(browser: Browser, sites: dict[Site, Figures]) -> None:
    """Cold loads, the sites in turn; a new visitor each time."""
    for _round in range(COLD_ROUNDS):
        for site, figures in sites.items():
            with visit(browser, site) as open_page:
                figures.cold.append(open_page.wait())
                open_page.settle()
                figures.cold_kb.append(open_page.wire.kilobytes)


def measure_idle(visits: list[Visit]) -> list[float]:
    """CPU seconds a second of each server while its page is open and nobody does anything."""
    works = [Work(one.site, 0.0).start() for one in visits]
    seconds = INTERACTIONS * SPACING
    visits[0].rest(seconds)
    return [work.milliseconds(1) / 1000 / seconds for work in works]


def change(one: Visit, number: int, figures: Figures) -> float:
    """Choose another value in the select box: milliseconds until it is painted.

    Karta's is in the legend, so the map is painted first and the page follows.
    """
    if one.site.place == "map":
        found = one.ask("number => window.clock.switchIndicator(number)", number + 1)
        mapped, followed = (float(str(took)) for took in found)  # type: ignore[attr-defined]
        figures.follow.append(followed)
        return mapped
    one.page.get_by_role("combobox", name=one.site.select).click()
    # Three values in turn: every change is one, and Streamlit has let go of the message it kept.
    option = one.page.get_by_role("option").nth((number + 1) % VALUES)
    option.wait_for()
    one.ask("place => window.clock.arm(place)", one.site.place)
    option.click()
    return float(one.ask("window.clock.took"))


def measure_changes(visits: dict[Visit, Figures], idle: list[float]) -> None:
    """Changes of the select box, the sites in turn, with the servers' CPU over all of them."""
    works = [Work(one.site, rate).start() for one, rate in zip(visits, idle, strict=True)]
    for number in range(INTERACTIONS):
        for one, figures in visits.items():
            _note(
                one,
                figures.change,
                figures.change_kb,
                lambda v=one, n=number, f=figures: change(v, n, f),
            )
    for work, figures in zip(works, visits.values(), strict=True):
        figures.change_cpu = work.milliseconds(INTERACTIONS)


def measure_clicks(one: Visit, figures: Figures, idle: float) -> None:
    """Clicks on one area after another; the first, which brings the panel's scripts, apart."""
    codes = one.ask("window.clock.codes()")
    chosen = codes[:: max(len(codes) // (INTERACTIONS + 1), 1)][: INTERACTIONS + 1]

    def click(code: str) -> Callable[[], float]:
        return lambda: float(one.ask("code => window.clock.clickArea(code)", code))

    figures.first_click = click(chosen[0])()
    one.settle()
    work = Work(one.site, idle).start()
    for code in chosen[1:]:
        _note(one, figures.click, figures.click_kb, click(code))
    figures.click_cpu = work.milliseconds(len(chosen) - 1)


def measure_slider(one: Visit, figures: Figures) -> None:
    """Every step of the slider forth and back, then some frames of play."""
    count = int(one.ask("window.clock.steps()"))
    one.settle()
    one.wire.forget()
    for index in [*range(count - 2, -1, -1), *range(1, count - PLAYED - 1)]:
        figures.step.append(float(one.ask("index => window.clock.step(index)", index)))
    frames = one.ask("frames => window.clock.play(frames)", PLAYED)
    one.rest(0.2)  # what is on its way is reported too
    figures.play = [float(took) for took in frames]
    figures.step_messages, figures.step_files = one.wire.messages, one.wire.files


def middle(values: list[float]) -> float:
    """The median; of nothing, not a number."""
    return median(values) if values else float("nan")


def _note(one: Visit, times: list[float], kilobytes: list[float], act: Callable[[], float]) -> None:
    one.wire.forget()
    times.append(act())
    one.rest(SPACING)
    kilobytes.append(one.wire.kilobytes)
