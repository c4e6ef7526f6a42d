"""Links in editors' text lead to published pages, in the reader's language."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Locale
from wagtail.rich_text import expand_db_html

from home.models import HomePage, StandardPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages():
    home = HomePage.objects.get(locale=Locale.get_default())
    return [home.add_child(instance=StandardPage(title=f"Page {n}", slug=f"page-{n}")) for n in range(5)]


def links(*pages):
    return expand_db_html(" ".join(f'<a linktype="page" id="{page.pk}">here</a>' for page in pages))


def test_a_link_leads_to_its_page(pages):
    assert links(pages[0]) == f'<a href="{pages[0].url}">here</a>'


def test_a_link_leads_to_the_translation_once_it_is_published(pages):
    spanish = Locale.objects.get(language_code="es")
    HomePage.objects.get().copy_for_translation(spanish).save_revision().publish()
    translated = pages[0].copy_for_translation(spanish)
    with translation.override("es"):
        assert f'href="{pages[0].url}"' in links(pages[0])
        translated.save_revision().publish()
        assert f'href="{translated.url}"' in links(pages[0])


def test_a_link_to_a_page_that_is_gone_or_unpublished_leads_nowhere(pages):
    pages[0].unpublish()
    gone = pages[1].pk
    pages[1].delete()
    assert links(pages[0]) == "<a>here</a>"
    assert expand_db_html(f'<a linktype="page" id="{gone}">here</a>') == "<a>here</a>"


def test_many_links_cost_as_much_as_one(pages):
    links(pages[0])
    with CaptureQueriesContext(connection) as one:
        links(pages[0])
    with CaptureQueriesContext(connection) as many:
        links(*pages)
    assert len(one) == len(many) == 2
