import pytest

from .asking import definition, outcome, page

PHONE = "Enter a phone number, such as +1 312 555 0199 or (312) 555-0199 ext. 12"
WEB = "Enter a web address, such as https://www.example.org/me"
NUMBER = "Use only letters, digits and hyphens for the membership number"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  (312)  555-0199 ", "(312) 555-0199"),
        ("+1 312 555 0199", "+1 312 555 0199"),
        ("312.555.0199 ext. 12", "312.555.0199 ext. 12"),
        ("312–555–0199, x12", "312-555-0199, x12"),
        ("55 1234 5678 extensión 7", "55 1234 5678 extensión 7"),
        ("call me", PHONE),
        ("123", PHONE),
        ("+1 312 555 0199 or 0200 or 0201", PHONE),
        ("312 555 0199; DROP", PHONE),
        ("1" * 30, PHONE),
    ],
)
def test_a_phone_number_is_kept_as_typed_and_tidy(typed, kept):
    assert outcome(definition("phone"), typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("example.org", "https://example.org"),
        (" <www.example.org/me?a=1#b>, ", "https://www.example.org/me?a=1#b"),
        ("http://example.org:8080/", "http://example.org:8080/"),
        ("HTTPS://Example.org/Me", "HTTPS://Example.org/Me"),
        ("bücher.example", "https://bücher.example"),
        ("javascript:alert(1)", WEB),
        ("data:text/html,x", WEB),
        ("ftp://example.org", WEB),
        ("//example.org", WEB),
        ("my page", WEB),
        ("me@example.org", "Leave the name and password out of the web address"),
        ("https://me:secret@example.org/", "Leave the name and password out of the web address"),
        ("https://[::1", WEB),
        ("http://example.org/\r\nSet-Cookie: a", WEB),
    ],
)
def test_a_web_address_is_one_of_the_web_and_holds_no_secret(typed, kept):
    assert outcome(definition("web_address"), typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" 2 123 456 ", "2123456"),
        ("#00123", "00123"),
        ("No. A–12-b", "A-12-b"),
        ("12_3", NUMBER),
        ("none!", NUMBER),
        ("-12", NUMBER),
        ("x" * 41, "Use at most 40 characters; this has 41"),
    ],
)
def test_a_membership_number_is_letters_digits_and_hyphens(typed, kept):
    assert outcome(definition("membership_number"), typed) == kept


def test_a_membership_number_says_whose_it_is_and_is_filled_in_by_no_browser():
    html = page(definition("membership_number", whose="ALA"))
    assert "Topic? (ALA)" in html
    assert 'autocomplete="off"' in html
    assert "(ALA)" not in page(definition("membership_number", label="Your ALA number", whose="ALA"))
