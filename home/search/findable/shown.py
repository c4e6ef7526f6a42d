"""What resource pages show of their entries at this moment: an entry that is changed or held back counts at once."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils import translation
from wagtail.models import get_page_models
from wagtail.rich_text import get_text_for_indexing

from resources.models import EventPage
from resources.models.resource_page import ResourcePage, with_bodies


@dataclass
class ShownTexts:
    """Of one page, in its language; the names of its topics in every language."""

    texts: list = field(default_factory=list)
    topics: list = field(default_factory=list)


def shown_texts(pages):
    """{page: what it shows} of public pages with entries or topics, in as many queries however many there are."""
    shown = topics_of_events([page.pk for page in pages])
    for model in get_page_models():
        if issubclass(model, ResourcePage):
            languages = {page.pk: page.language for page in pages if page.kind == model._meta.model_name}
            shown |= of_kind(model, languages)
    return shown


def topics_of_events(pks):
    shown = defaultdict(ShownTexts)
    rows = EventPage.topics.through.objects.filter(eventpage__in=pks)
    for pk, *names in rows.values_list("eventpage_id", "topic__name", "topic__name_es"):
        shown[pk].topics += names
    return shown


def of_kind(model, languages):
    shown, by_language = {}, defaultdict(list)
    for page in with_bodies(model, list(model.objects.filter(pk__in=languages))):
        by_language[languages[page.pk]].append(page)
    for language, pages in by_language.items():
        with translation.override(language):
            groups = model.groups_of(pages)
            shown |= {page.pk: of_groups(found) for page, found in zip(pages, groups, strict=True)}
    return shown


def of_groups(groups):
    topics = [topic for group in groups for entry in group.all for topic in entry.topics]
    return ShownTexts(list(texts_of(groups)), [name for topic in topics for name in (topic.name, topic.name_es)])


def texts_of(groups):
    for group in groups:
        yield from (group.heading, group.intro)
        for entry in group.entries:
            yield from entry_texts(entry)
        for event in group.events:
            yield f"{event.row.title} {event.row.place}"


def entry_texts(entry):
    if entry.step:
        return [step_text(step) for step in (entry.step, *entry.parts)]
    return [f"{citation_text(entry.row)} {entry.note}"]


def step_text(step):
    leads = [step.page.title] if step.page else []
    reading = [citation_text(step.citation)] if step.citation else []
    return " ".join([step.text, *leads, *reading])


def citation_text(citation):
    return get_text_for_indexing(citation.formatted)
