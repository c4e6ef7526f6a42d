"""People who press their buttons at the same moment."""

import threading

from django.db import connection


def at_once(*acts):
    """Runs the acts in threads that start together; returns what each returned or raised."""
    start = threading.Barrier(len(acts))
    results = [None] * len(acts)

    def run(index, act):
        try:
            start.wait(timeout=10)
            results[index] = act()
        except Exception as error:
            results[index] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return results
