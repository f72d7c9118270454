"""Pieces of a made-up division, with any mixture of stages, needs and young."""

from datetime import date

import pandas as pd
from hypothesis import settings
from hypothesis import strategies as st

from indicators.stages import ALL_STAGES

FIRST = date(2024, 1, 1)
SOME = settings(max_examples=20)  # each counts by many groups


@st.composite
def pieces(draw, most=12):
    """Some pieces: each kommun in up to two LPO, each LPO in one polisområde."""
    rows = []
    for number in range(draw(st.integers(0, most))):
        stage = draw(st.sampled_from([None, *ALL_STAGES]))
        lpo = draw(st.sampled_from("abcde"))
        rows.append(
            {
                "kommun": f"k{number // 2}",
                "lpo": f"lpo-{lpo}",
                "polisomrade": f"po-{'n' if lpo in 'ab' else 's'}",
                "polisregion": f"pr-{'n' if lpo in 'ab' else 's'}",
                "lan": f"l{number // 5}",
                "young": float(draw(st.integers(0, 30))),
                "stage": stage,
                "covered": stage == "etablerat",
                "prioritised": draw(st.sampled_from([True, False, None])),
                "since": draw(st.dates(FIRST, date(2026, 1, 1))) if stage else None,
                "reason": "därför" if stage == "ej-aktuellt" else None,
                "estimated": draw(st.booleans()),
            }
        )
    return to_pieces(rows)


COLUMNS = (
    "kommun", "lpo", "polisomrade", "polisregion", "lan", "young", "stage", "covered",
    "prioritised", "since", "reason", "estimated",
)  # fmt: skip


def to_pieces(rows):
    """The rows as `fetch_pieces` has them."""
    unique = {(row["kommun"], row["lpo"]): row for row in rows}
    frame = pd.DataFrame(list(unique.values()), columns=list(COLUMNS), dtype=object)
    return frame.astype({"young": "float64", "covered": "bool", "estimated": "bool"})
