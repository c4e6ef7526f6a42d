"""The pages that every site needs, as drafts that say what this portal does and mark what only its association knows."""

from wagtail.models import Locale

from home.models import HomePage, StandardPage
from home.writing import in_language, stream

from .texts import HOME_ES, PAGES


def add_drafts(languages):
    """The pages whose purpose no page has yet, in these languages; the first is the site's own. Titles of what was made."""
    home = HomePage.objects.get(locale=Locale.get_default())
    others = [
        Locale.objects.get(language_code=code) for code in languages if code != Locale.get_default().language_code
    ]
    for locale in others:
        _home_in(home, locale)
    return [title for page in PAGES for title in _add_draft(home, others, *page)]


def _home_in(home, locale):
    """The front page in another language: it has no words of its own yet, so it is public like the first one."""
    if not home.has_translation(locale):
        translated = home.copy_for_translation(locale)
        translated.title = HOME_ES
        translated.save_revision().publish()


def _add_draft(home, others, purpose, slug, title, lead, body):
    fields = {"title": title, "lead": lead, "body": stream(f"standard/{slug}", body)}
    page = StandardPage.objects.filter(purpose=purpose, locale=home.locale).first()
    if page is None:
        page = home.add_child(
            instance=StandardPage(slug=slug, purpose=purpose, live=False, **in_language(fields, "en"))
        )
        page.save_revision()
        yield page.title
    for locale in others:
        if not page.has_translation(locale):
            translated = page.copy_for_translation(locale)
            for name, value in in_language(fields, locale.language_code).items():
                setattr(translated, name, value)
            translated.save_revision()
            yield translated.get_latest_revision_as_object().title
