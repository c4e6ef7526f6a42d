"""Pages that speak for the site: its privacy notice and the others that the frame links to."""

import pytest
from wagtail.models import Locale

from home.first_day.needs import privacy_notices
from home.models import HomePage, StandardPage
from tests.factories import make_program, make_program_page

pytestmark = pytest.mark.django_db


def notice_below(parent):
    return parent.add_child(instance=StandardPage(title="Ours alone", slug="ours", purpose="privacy"))


@pytest.mark.parametrize("path", ["/", "/search/"])
def test_a_page_below_a_program_is_no_notice_of_the_site(client, path):
    below = notice_below(make_program_page(make_program()))
    assert not privacy_notices().exists()
    assert below.url not in client.get(path).content.decode()


@pytest.mark.parametrize("path", ["/", "/search/"])
def test_the_notice_right_below_the_front_page_is_linked_everywhere(client, path):
    make_program_page(make_program())
    notice = notice_below(HomePage.objects.get(locale=Locale.get_default()))
    assert privacy_notices().get() == notice
    assert f'href="{notice.url}"' in client.get(path).content.decode()
