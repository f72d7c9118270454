"""What grows with the data: the country's releases, 10 and 100 times as many, on both engines:
`python -m benchmarks.growth [sqlite] [postgresql] [times …]`. Prints a table and draws a chart.

A hundred times is 46 million released figures: ten gigabytes on a disk, which are gone afterwards.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.alone import ROOT
from benchmarks.engines import postgresql

ENGINES, TIMES = ("sqlite", "postgresql"), (1, 10, 100)
CHART = ROOT / "docs" / "vaxt.svg"
TURNS = 4
BOUND = 1.2  # of a page's questions, beside those to the country's data once
Sizes = dict[int, dict[str, float]]  # times → what → seconds, of "size" megabytes
Make = Callable[[int, int | None], dict[str, str]]


def run(step: str, environment: dict[str, str], *given: str) -> dict[str, Any]:
    """What a step of `benchmarks.growing` says last."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.growing", step, *given],
        env=os.environ | environment | {"PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@contextmanager
def databases(kind: str) -> Iterator[Make]:
    """Makes a database by its size, a copy of the one of a smaller size where that is given, and
    tells its settings. All go with the block."""
    with ExitStack() as stack:
        whole = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bob-growth-")))
        served = stack.enter_context(postgresql(whole)) if kind == "postgresql" else None

        def make(size: int, of: int | None) -> dict[str, str]:
            folder = whole / f"bob_{size}"
            own = {"BOB_DATA_DIR": str(folder), "BOB_RAW_DATABASE_URL": ""}
            if of is not None:
                shutil.copytree(whole / f"bob_{of}", folder)
            if served is None:
                return own | {"BOB_DATABASE_URL": f"sqlite:///{folder}/bob.db"}
            address = served(folder.name, f"bob_{of}" if of else "")
            return own | {"BOB_DATABASE_URL": address}

        yield make


def measure(kind: str, times: Sequence[int]) -> Sizes:
    """An engine's pages, import, release and size, at each number of releases."""
    with databases(kind) as make:
        places: dict[int, dict[str, str]] = {}
        for number in times:
            places[number] = make(number, max(places, default=None))
            if len(places) == 1:
                run("fill", places[number])
            run("grow", places[number], str(number))
            _say(kind, f"{number} × is there")
        found = read_in_turns(places)
        for number, place in places.items():
            found[number] |= run("size", place) | run("change", place)
            _say(kind, f"{number} ×: {found[number]}")
    return found


def read_in_turns(places: dict[int, dict[str, str]]) -> Sizes:
    """Each page's median of the rounds of some turns, in each of which every size is asked: what
    the machine does meanwhile meets all of them."""
    taken: dict[int, dict[str, list[float]]] = {number: {} for number in places}
    for _turn in range(TURNS):
        for number, place in places.items():
            for page, rounds in run("read", place).items():
                taken[number].setdefault(page, []).extend(rounds)
    return {
        number: {page: median(all_of) for page, all_of in of.items()}
        for number, of in taken.items()
    }


def _say(kind: str, what: str) -> None:
    print(f"… {kind} {what}", file=sys.stderr, flush=True)


def to_markdown(kind: str, found: Sizes) -> str:
    """A row for each page and job: its time at each size, and how many times the first."""
    first = found[min(found)]
    lines = [[kind, *(f"{number} ×" for number in found)], ["---", *["---:"] * len(found)]]
    for what, once in first.items():
        unit, scale = ("MB", 1) if what == "size" else ("ms", 1000)
        lines.append(
            [
                what,
                *(
                    f"{of[what] * scale:,.0f} {unit} ({of[what] / once:.2f})"
                    for of in found.values()
                ),
            ]
        )
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def to_chart(found: dict[str, Sizes]) -> str:
    """An SVG: each page's time beside that at the first size."""
    import altair as alt
    import vl_convert

    rows = [
        {"engine": kind, "times": number, "page": what, "ratio": value / sizes[min(sizes)][what]}
        for kind, sizes in found.items()
        for number, of in sizes.items()
        for what, value in of.items()
        if what not in ("size", "import", "release")
    ]
    base = alt.Chart().encode(  # its data are the facet's, else every engine has all lines
        x=alt.X("times:O", title="times the country's releases", axis=alt.Axis(labelAngle=0)),
        y=alt.Y("ratio:Q", title="a page's questions, beside those to the first"),
        color=alt.Color("page:N", title=None),
    )
    bound = alt.Chart(alt.Data(values=[{"ratio": BOUND}])).mark_rule(strokeDash=[4, 3])
    lines = alt.layer(base.mark_line(point=True), bound.encode(y="ratio:Q"))
    whole = lines.properties(width=300, height=260).facet(
        column=alt.Column("engine:N", title=None), data=alt.Data(values=rows)
    )
    plain = whole.configure(font="sans-serif", background="white").configure_axis(
        titleFontWeight="normal"
    )
    return str(vl_convert.vegalite_to_svg(plain.to_dict()))


def main(given: Sequence[str]) -> None:
    """Measure what is asked for, else all; print the tables and draw the chart."""
    kinds = [one for one in given if one in ENGINES] or ENGINES
    times = [int(one) for one in given if one.isdigit()] or TIMES
    found = {kind: measure(kind, times) for kind in kinds}
    for kind, sizes in found.items():
        print(to_markdown(kind, sizes), end="\n\n", flush=True)
    CHART.write_text(to_chart(found), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
