from django.db import transaction
from django.utils.functional import classproperty
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction

from portal.rows import recording
from resources.models import Activity, Citation, GoalExample

from .within_list import WithinList


class DeleteEntries(WithinList, DeleteBulkAction):
    @classproperty
    def models(cls):  # noqa: N805
        return [Activity, Citation, GoalExample]

    @classmethod
    def execute_action(cls, objects, **kwargs):
        with transaction.atomic():
            for row in objects:
                recording.deleted(row, kwargs["self"].request.user)
            return super().execute_action(objects, **kwargs)
