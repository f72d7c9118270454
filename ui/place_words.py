"""The chosen place, and levels of areas, in words."""

from words import _


def place_name(region: str | None, lan: str | None, *, whole: bool) -> str:
    """The choice in words, by the names of a chosen region and län; `whole` when the viewer sees
    the country."""
    if region and lan:
        return _("{lan} inom polisregion {region}").format(lan=lan, region=region)
    if region or lan:
        return lan or _("polisregion {region}").format(region=region)
    return _("Sverige") if whole else _("de områden som du ser")


def level_name(level: str) -> str:
    """A level in words, capitalised."""
    return {
        "polisregion": _("Polisregion"),
        "polisomrade": _("Polisområde"),
        "lpo": _("Lokalpolisområde"),
        "lan": _("Län"),
        "kommun": _("Kommun"),
    }.get(level, _("Sverige"))
