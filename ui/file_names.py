"""Names of files that are safe in every system, whatever an area is called."""

import re
import unicodedata

LONGEST = 120  # signs
_OTHER = re.compile(r"[^a-z0-9]+")


def to_file_name(name: str, ending: str) -> str:
    """`Malmö "Norr" 2026/K3`, `csv` → `malmo-norr-2026-k3.csv`: no folder, no sign that a system
    reads, and never empty."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    kept = _OTHER.sub("-", plain).strip("-")[:LONGEST].strip("-")
    return f"{kept or 'lagesbild'}.{ending}"
