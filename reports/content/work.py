"""The choice as the pages of Insatser och mål have it, for what they read."""

from pages.work_asked import WorkAsked
from reports.content.asked import Asked
from ui.trend_choice import QUARTER
from ui.work_choice import STAFF, WorkChoice


def to_work(asked: Asked, *, resource: str = STAFF, by: str = QUARTER) -> WorkAsked:
    """The area on the report's day."""
    work = WorkChoice(by=by, resource=resource)
    return WorkAsked(work, asked.choice, asked.release, asked.viewer)
