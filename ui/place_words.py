"""The chosen place in words."""

from words import _


def place_name(region: str | None, lan: str | None, *, whole: bool) -> str:
    """The choice in words, by the names of a chosen region and län; `whole` when the viewer sees
    the country."""
    if region and lan:
        return _("{lan} inom polisregion {region}").format(lan=lan, region=region)
    if region or lan:
        return lan or _("polisregion {region}").format(region=region)
    return _("Sverige") if whole else _("de områden som du ser")
