"""News as an Atom feed (RFC 4287)."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from types import MappingProxyType
from urllib.parse import urlencode

# It writes, and reads nothing
from xml.etree import ElementTree  # nosec B405

from ui.news import News, kind_name
from ui.news_topics import ALL, PARAMETER, PICTURES, RELEASES, topic_name
from words import _

NAMESPACE = "http://www.w3.org/2005/Atom"
MIME, PATH = "application/atom+xml", "/nytt.atom"
TYPE = f"{MIME}; charset=utf-8"
_PAGES = MappingProxyType({ALL: "", RELEASES: "trender", PICTURES: "lagesbilder"})


def to_atom(
    news: Sequence[News], root: str, today: date, topic: str = ALL, *, example: bool
) -> bytes:
    """The feed of a topic, the newest first; `root` is the app's address without a slash at its
    end. Its own address is told without a key: who keeps a feed gives it away."""
    feed = ElementTree.Element("feed", xmlns=NAMESPACE)
    title = _("Lägesbild bob: {topic}").format(topic=topic_name(topic))
    _add(feed, "title", f"{title} ({_('EXEMPELDATA')})" if example else title)
    own = f"{root}{PATH}" + (f"?{urlencode({PARAMETER: topic})}" if topic else "")
    _add(feed, "id", own if topic else f"{root}/")
    ElementTree.SubElement(feed, "link", href=own, rel="self", type=MIME)
    ElementTree.SubElement(feed, "link", href=f"{root}/{_PAGES[topic]}", rel="alternate")
    _add(feed, "updated", _to_moment(max((one.day for one in news), default=today)))
    _add(ElementTree.SubElement(feed, "author"), "name", _("Lägesbild bob"))
    for one in news:
        _add_entry(feed, one, root)
    return ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)


def _add_entry(feed: ElementTree.Element, one: News, root: str) -> None:
    address = f"{root}/{one.page}"
    if one.parameters:
        address += f"?{urlencode(one.parameters)}"
    own = hashlib.sha256("\n".join([str(one.day), one.kind, one.text, address]).encode())
    entry = ElementTree.SubElement(feed, "entry")
    _add(entry, "title", _to_legal(one.text))
    _add(entry, "id", f"urn:sha256:{own.hexdigest()}")
    _add(entry, "updated", _to_moment(one.day))
    ElementTree.SubElement(entry, "link", href=address, rel="alternate")
    ElementTree.SubElement(entry, "category", term=str(one.kind), label=kind_name(one.kind))
    _add(entry, "summary", kind_name(one.kind))


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = text


def _to_moment(day: date) -> str:
    return datetime.combine(day, time(12), tzinfo=UTC).isoformat().replace("+00:00", "Z")


def _to_legal(text: str) -> str:
    """The text without signs that XML has none of."""
    return "".join(
        sign
        for sign in text
        if sign in "\t\n\r"
        or " " <= sign <= "\ud7ff"
        or "\ue000" <= sign <= "\ufffd"
        or sign > "\uffff"
    )
