from django.core.management.base import BaseCommand

from resources.citations.formatting.lines import version
from resources.models import Citation


class Command(BaseCommand):
    help = "Writes citations anew that an older version of the formatter wrote, or none."

    def handle(self, *, verbosity, **options):
        fresh = Citation.objects.filter(written__by=version())
        stale = Citation.objects.filter(draft=False).exclude(pk__in=fresh.values("pk"))
        count = 0
        for citation in stale.iterator(chunk_size=100):
            if citation.is_public:
                citation.save(update_fields=["written"])
                count += 1
        if count and verbosity:
            self.stdout.write(f"Citations written: {count}.")
