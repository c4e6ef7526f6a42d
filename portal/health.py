from django.db import connection
from django.http import HttpResponse


def health(request):
    """Answers 200 when the process is up and its database answers; for load balancers and scripts."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")
