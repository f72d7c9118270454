"""`python -m pages.picture_example`: example lägesbilder, published and under way, where there are
none. Texts are made up; their figures are those of the example data on their days."""

import sys
from collections.abc import Sequence
from datetime import UTC, datetime, time

import settings
from data_access import example_door, picture_writing
from data_access import picture_steps as steps
from data_access.engine import engine, prepare
from data_access.picture_drafts import list_unpublished
from data_access.picture_rules import DRAFT, SENT
from data_access.pictures import fetch_pictures
from data_access.releases import fetch_releases
from data_access.viewer import Role, Viewer
from pages.picture_parts import resolve
from pages.picture_wanted import Wanted
from ui.picture_example import Written, to_pictures
from words import _

COUNTRY = frozenset({"se"})
NATIONAL = Viewer(Role.NATIONELL, COUNTRY, COUNTRY, subject="exempel-nationell", example=True)
OTHER = Viewer(Role.NATIONELL, COUNTRY, COUNTRY, subject="exempel-nationell-2", example=True)
AT_START = "--at-start"
INDICATOR = "indikator-misstankta-grova-brott"


def to_lead(region: str) -> Viewer:
    """The example's regional samordnare."""
    own = frozenset({region})
    return Viewer(Role.REGIONAL, COUNTRY, own, subject=f"exempel-{region}", example=True)


def main(arguments: Sequence[str] = ()) -> int:
    """Write them; 0 also when there are some already, 2 when the database holds real reports. With
    `--at-start` the example's reports come first, and nothing where there is no place."""
    at_start = AT_START in arguments
    if at_start and (failed := example_door.main([AT_START])):
        return failed
    if not settings.load().example:
        if at_start:
            return 0
        print(_("Exempeldata kan inte läggas bland riktiga uppgifter."), file=sys.stderr)
        return 2
    prepare(engine())
    if fetch_pictures(viewer=NATIONAL).empty and not list_unpublished(viewer=NATIONAL):
        for one in to_pictures():
            add(one)
        print(_("Exempel på lägesbilder är inlagda."), flush=True)
    return 0


def add(one: Written) -> int:
    """Write it and take it as far as it has come; its number."""
    author = NATIONAL if one.area == "se" else to_lead("pr-nord")
    releases = () if one.at else fetch_releases(viewer=author)
    release = releases[0].number if releases else None
    at = datetime.combine(one.at, time(9), tzinfo=UTC) if one.at else None
    text = one.text if release else without_counted(one.text)
    number = picture_writing.begin(
        one.area, one.title, one.day, text, release=release, viewer=author, recorded_at=at
    )
    if one.state == DRAFT:
        return number
    told = {"expected": 1, "recorded_at": at}
    steps.submit(number, viewer=author, **told)
    if one.state == SENT:
        steps.comment(number, _("Stäm av med skolorna först."), viewer=OTHER, **told)
        return number
    wanted = Wanted(one.area, one.day, release, OTHER, one.at)
    steps.approve(number, resolve(text, wanted).parts, viewer=OTHER, **told)
    steps.publish(number, viewer=OTHER, **told)
    return number


def without_counted(text: str) -> str:
    """The text without the lines that need a release."""
    return "\n".join(line for line in text.split("\n") if INDICATOR not in line)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
