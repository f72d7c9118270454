"""How the next release would protect counts, by the settings."""

from typing import NamedTuple

import settings
from indicators.protection.base import parse_base
from indicators.protection.method import Method, parse_method


class Protection(NamedTuple):
    """The base that small counts are rounded to or hidden below, and the method."""

    base: int
    method: Method


def to_protection() -> Protection:
    """What is set; what is not understood falls back as it does when a release is made."""
    base, _fell_back = parse_base(settings.load().protection_base)
    method, _fell_back = parse_method(settings.load().protection_method)
    return Protection(base, method)
