"""The figures of a published lägesbild, explained from what was frozen with it alone."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from pages.explaining import Explain
from reporting.picture_text import FIGURE, find_markers
from ui import picture_explained


def of_published(content: Mapping[str, Any]) -> dict[str, Explain]:
    """Each figure in the text, in its order."""
    parts = [content["parts"].get(str(marker)) for marker in find_markers(content["text"])]
    return {
        part["title"]: partial(picture_explained.to_explained, part, content)
        for part in parts
        if part is not None and part["kind"] == FIGURE
    }
