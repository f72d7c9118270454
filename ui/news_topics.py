"""What of the news one can follow: all of it, releases, or lägesbilder."""

from types import MappingProxyType

from ui.news import Kind
from words import _

ALL, RELEASES, PICTURES = "", "utgavor", "lagesbilder"
PARAMETER = "om"
KINDS = MappingProxyType(
    {
        ALL: frozenset(Kind),
        RELEASES: frozenset({Kind.RELEASE, Kind.REVISED}),
        PICTURES: frozenset({Kind.PICTURE}),
    }
)


def topic_name(topic: str) -> str:
    """What is followed, in words."""
    return {
        ALL: _("allt nytt"),
        RELEASES: _("nya utgåvor"),
        PICTURES: _("nya lägesbilder"),
    }[topic]
