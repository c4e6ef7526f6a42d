from django.db import connection, models
from django.db.models import F, Func, Q, Value

from portal.texts.finding import chosen_word
from programs.forms.audiences import Audience


class Vector(Func):
    """A column of words as PostgreSQL's full-text index holds it, each word as it is."""

    template = "array_to_tsvector(string_to_array(btrim(%(expressions)s), ' '))"


class Matches(Func):
    """Whether the vector has what a query of PostgreSQL's full-text search asks."""

    template = "%(expressions)s::tsquery"
    arg_joiner = " @@ "
    output_field = models.BooleanField()


class FoundByQuerySet(models.QuerySet):
    def having(self, audience, terms):
        """Those in which this audience finds every term; see portal.texts.finding.asked()."""
        if connection.vendor == "postgresql":
            return self._matching(audience, " & ".join(f"({_any_way(term)})" for term in terms))
        found = self
        for term in terms:
            ways = Q()
            for way in term:
                ways |= Q(*(Q(**{f"{column(audience)}__contains": f" {word}"}) for word in way))
            found = found.filter(ways)
        return found

    def having_chosen(self, audience, question, choice):
        """Those in which this audience finds that a choice was chosen."""
        if connection.vendor == "postgresql":
            return self._matching(audience, _quoted(chosen_word(question, choice)))
        return self.filter(**{f"{column(audience)}__contains": f" {chosen_word(question, choice)} "})

    def _matching(self, audience, query):
        return self.filter(Matches(Vector(F(column(audience))), Value(query)))


def column(audience):
    """The field of this audience's words."""
    return {Audience.COORDINATOR: "coordinator", Audience.READER: "reader", Audience.ANONYMOUS: "anonymous"}[audience]


def _any_way(term):
    return " | ".join(f"({' & '.join(f'{_quoted(word)}:*' for word in way)})" for way in term)


def _quoted(word):
    escaped = word.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


class FoundBy(models.Model):
    """The words by which an application is found: for who coordinates, for who reads, and what tells doubles.

    Written by programs/access/found_by.py, and by nobody else. Each text is words, in order, with a blank before and behind.
    Those of who reads anonymously are empty where nobody does, or where they are to be written anew.
    """

    application = models.OneToOneField(
        "Application", primary_key=True, on_delete=models.CASCADE, related_name="found_by"
    )
    coordinator = models.TextField()
    reader = models.TextField()
    anonymous = models.TextField(blank=True, default="")
    name = models.CharField(max_length=400, blank=True, db_index=True)
    mailbox = models.CharField(max_length=254, blank=True, db_index=True)

    objects = FoundByQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"words of {self.application_id}"
