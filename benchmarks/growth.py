"""What grows with the data: the country's releases, 10 and 100 times as many, on both engines:
`python -m benchmarks.growth [sqlite] [postgresql] [times …]`. Prints a table and draws a chart.

A hundred times is 46 million released figures: ten gigabytes on a disk, which are gone afterwards.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.alone import ROOT
from benchmarks.engines import postgresql

ENGINES, TIMES = ("sqlite", "postgresql"), (1, 10, 100)
CHART = ROOT / "docs" / "vaxt.svg"
BOUND = 1.2  # of a page's questions, beside those to the country's data once
Sizes = dict[int, dict[str, float]]  # times → what → seconds, of "size" megabytes


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
def database(kind: str) -> Iterator[dict[str, str]]:
    """The settings of a database of its own, which goes with the block."""
    with tempfile.TemporaryDirectory(prefix="bob-growth-") as folder:
        own = {"BOB_DATA_DIR": folder, "BOB_RAW_DATABASE_URL": ""}
        if kind == "sqlite":
            yield own | {"BOB_DATABASE_URL": f"sqlite:///{folder}/bob.db"}
            return
        with postgresql(Path(folder)) as address:
            yield own | {"BOB_DATABASE_URL": address}


def measure(kind: str, times: Sequence[int]) -> Sizes:
    """An engine's pages, import, release and size, at each number of releases."""
    found: Sizes = {}
    with database(kind) as environment:
        run("fill", environment)
        for number in times:
            run("grow", environment, str(number))
            found[number] = run("read", environment) | run("size", environment)
            found[number] |= run("change", environment)
            print(f"… {kind} {number} ×: {found[number]}", file=sys.stderr, flush=True)
    return found


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
    base = alt.Chart(alt.Data(values=rows)).encode(
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
