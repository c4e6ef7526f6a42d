"""What editors publish to read. No people, no state."""

from resources.for_whom import ForWhom

from .activities import ActivitiesPage
from .activity import Activity, ActivityPart
from .citation import Citation
from .events import EventPage, EventsPage
from .goal_example import GoalExample
from .goals import GoalExamplesPage
from .reading import ReadingListPage
from .settings import ReadingSettings

__all__ = [
    "ActivitiesPage",
    "Activity",
    "ActivityPart",
    "Citation",
    "EventPage",
    "EventsPage",
    "ForWhom",
    "GoalExample",
    "GoalExamplesPage",
    "ReadingListPage",
    "ReadingSettings",
]
