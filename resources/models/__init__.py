"""What editors publish to read. No people, no state."""

from .activities import ActivitiesPage
from .citation import Citation
from .events import EventPage, EventsPage
from .goals import GoalExamplesPage
from .reading import ReadingListPage
from .settings import ReadingSettings

__all__ = [
    "ActivitiesPage",
    "Citation",
    "EventPage",
    "EventsPage",
    "GoalExamplesPage",
    "ReadingListPage",
    "ReadingSettings",
]
