import pytest

from portal.site import starting

KEY = "q7Kd2vXw9LmTz4RbN6yHc1GfUe8PsJ3aVo5tYi0BkWxZrEhMuA"
HOSTS = ["mentors.our-library.org"]


def test_good_values_are_taken():
    given = {"key": KEY, "hosts": HOSTS, "site_url": "https://mentors.our-library.org", "sender": "m@our-library.org"}
    assert starting.faults(**given) == []


@pytest.mark.parametrize(
    "key",
    [
        "",
        "x",
        KEY[:49],
        "x" * 80,
        "abcdefghijkl" * 5,
        "django-insecure-" + KEY,
        "please-changeme-" + KEY,
        "only-for-tests" + KEY,
    ],
)
def test_a_key_that_can_be_guessed_is_refused_and_never_repeated(key):
    told = starting.fault_of_key(key)
    assert "secrets.token_urlsafe" in told
    assert len(key) < 5 or key not in told


@pytest.mark.parametrize(
    "host", ["mentors.our-library.org", ".our-library.org", "localhost", "192.0.2.7", "[2001:db8::1]"]
)
def test_a_host_name_is_taken(host):
    assert not starting.fault_of_host(host)


@pytest.mark.parametrize(
    "host",
    [
        "*",
        "*.our-library.org",
        ".",
        "..",
        ".org",
        "",
        "https://mentors.our-library.org",
        "mentors.our-library.org:443",
        "a b",
    ],
)
def test_a_host_that_fits_all_or_none_is_refused(host):
    assert repr(host) in starting.fault_of_host(host)


@pytest.mark.parametrize("url", ["https://mentors.our-library.org", "https://mentors.our-library.org:8443"])
def test_a_site_address_is_taken(url):
    assert not starting.fault_of_site(url, HOSTS)


@pytest.mark.parametrize(
    "url",
    [
        "http://mentors.our-library.org",
        "mentors.our-library.org",
        "https://mentors.our-library.org/portal",
        "https://mentors.our-library.org?x=1",
        "https://mentors.our-library.org#top",
        "https://somebody@mentors.our-library.org",
        "https://mentors.our-library.org:port",
        "https://[broken",
        "https://",
        "https://mentors",
        "",
    ],
)
def test_a_site_address_of_another_shape_is_refused(url):
    assert "https://mentors.example.org" in starting.fault_of_site(url, HOSTS)


def test_a_site_address_that_no_allowed_host_answers_is_refused():
    assert "ALLOWED_HOSTS" in starting.fault_of_site("https://other.our-library.org", HOSTS)
    assert not starting.fault_of_site("https://other.our-library.org", [".our-library.org"])
    assert starting.fault_of_site("https://our-library.org.evil.net", [".our-library.org"])


@pytest.mark.parametrize("sender", ["mentors@our-library.org", "Library Mentors <mentors@mail.our-library.org>"])
def test_a_sender_is_taken(sender):
    assert not starting.fault_of_sender(sender)


@pytest.mark.parametrize(
    "sender",
    [
        "",
        "nobody",
        "a@b",
        "portal@example.org",
        "Portal <portal@mail.example.com>",
        "a@b.test",
        "a@b.invalid",
        "root@localhost",
    ],
)
def test_a_sender_that_can_be_nobody_is_refused(sender):
    assert repr(sender) in starting.fault_of_sender(sender)


@pytest.mark.parametrize("value", ["", "/run/clamav/clamd.ctl", "127.0.0.1:3310", "[::1]:3310"])
def test_a_scanner_is_a_socket_or_a_port(value):
    assert starting.scanner("CLAMD", value) == value


@pytest.mark.parametrize("value", ["clamav", "localhost:", ":3310", "127.0.0.1:x"])
def test_a_misspelled_scanner_is_no_scanner(value):
    with pytest.raises(ValueError, match="CLAMD is"):
        starting.scanner("CLAMD", value)


def test_a_storage_is_a_row_of_djangos():
    row = '{"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": {"bucket_name": "mentors"}}'
    assert starting.storage("FILES_STORAGE", row)["OPTIONS"] == {"bucket_name": "mentors"}
    assert starting.storage("FILES_STORAGE", "") is None


@pytest.mark.parametrize(
    "value", ["s3", "[]", '"s3"', "{}", '{"BACKEND": 1}', '{"BACKEND": "x", "LOCATION": "y"}', "{"]
)
def test_a_storage_that_is_none_is_refused(value):
    with pytest.raises(ValueError, match="FILES_STORAGE must be JSON"):
        starting.storage("FILES_STORAGE", value)
