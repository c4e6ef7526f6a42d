import pytest
from django.utils.safestring import mark_safe

from portal.templatetags.hints import linked

NEW_TAB = '<span class="visually-hidden"> (opens in a new tab)</span>'


def link(to, words):
    return f'<a href="{to}" target="_blank" rel="noopener">{words}{NEW_TAB}</a>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "See https://example.org/a?b=1&c=2.",
            f"See {link('https://example.org/a?b=1&amp;c=2', 'https://example.org/a?b=1&amp;c=2')}.",
        ),
        ("Read [our <bylaws>](https://example.org/b).", f"Read {link('https://example.org/b', 'our &lt;bylaws&gt;')}."),
        ("The [notice](/privacy/)", f"The {link('/privacy/', 'notice')}"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("[x](//example.org)", "[x](//example.org)"),
        (
            'https://example.org/"onclick="x',
            f"{link('https://example.org/', 'https://example.org/')}&quot;onclick=&quot;x",
        ),
        ("<b>bold</b> [brackets] (and more)", "&lt;b&gt;bold&lt;/b&gt; [brackets] (and more)"),
    ],
)
def test_only_addresses_of_the_web_and_of_the_portal_become_links(text, html):
    assert linked(text) == html


def test_what_is_html_already_stays():
    assert linked(mark_safe("<b>x</b>")) == "<b>x</b>"
