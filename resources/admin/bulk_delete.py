from django.utils.functional import classproperty
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction

from resources.models import Activity, Citation, GoalExample

from .bulk import WithinList


class DeleteEntries(WithinList, DeleteBulkAction):
    @classproperty
    def models(cls):  # noqa: N805
        return [Activity, Citation, GoalExample]
