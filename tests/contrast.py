"""Contrast of two colours after WCAG, and colours as a style sheet's filter turns them around."""

import re
from pathlib import Path

Colour = tuple[float, ...]  # red, green and blue, 0–1
_FILTER = re.compile(r"filter: invert\(([\d.]+)\) hue-rotate\(180deg\) brightness\(([\d.]+)\)")
_GREY = (0.213, 0.715, 0.072)  # as the standard (Filter Effects) has it


def to_colour(text: str) -> Colour:
    """`#rrggbb` in parts."""
    return tuple(int(text[place : place + 2], 16) / 255 for place in (1, 3, 5))


def to_luminance(colour: Colour) -> float:
    """How light it is, 0–1."""
    linear = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in colour]
    return sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def to_contrast(one: Colour, other: Colour) -> float:
    """From 1, the same, to 21, black on white."""
    light, dark = sorted((to_luminance(one), to_luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def filters_of(sheet: Path) -> set[tuple[float, float]]:
    """How the style sheet turns light and dark around: how far, and how much brighter then."""
    found = _FILTER.findall(sheet.read_text("utf-8"))
    return {(float(far), float(brighter)) for far, brighter in found}


def turned(colour: Colour, how: tuple[float, float]) -> Colour:
    """The colour as it is seen through such a filter."""
    far, brighter = how
    upside_down = [far + (1 - 2 * far) * one for one in colour]
    grey = sum(weight * one for weight, one in zip(_GREY, upside_down, strict=True))
    hue_back = [min(1.0, max(0.0, 2 * grey - one)) for one in upside_down]
    return tuple(min(1.0, one * brighter) for one in hue_back)
