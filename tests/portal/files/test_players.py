import pytest

from portal.files.players import player

KEY = "aqz-KE-bpKQ"


@pytest.mark.parametrize(
    "url",
    [
        f"https://www.youtube.com/watch?v={KEY}",
        f"https://www.youtube.com/watch?app=desktop&v={KEY}&t=30s",
        f"http://m.youtube.com/watch?v={KEY}",
        f"https://youtu.be/{KEY}?si=abc",
        f"https://www.youtube.com/live/{KEY}",
        f"https://www.youtube-nocookie.com/embed/{KEY}",
    ],
)
def test_youtube_is_played_by_the_site_that_sets_no_cookie(url):
    found = player(url)
    assert found.origin == "https://www.youtube-nocookie.com"
    assert found.address == f"{found.origin}/embed/{KEY}?autoplay=1"


def test_vimeo_is_asked_not_to_track():
    assert player("https://vimeo.com/76979871").address == "https://player.vimeo.com/video/76979871?dnt=1&autoplay=1"
    assert player("https://vimeo.com/76979871/abcdef0123").address.endswith("&h=abcdef0123")


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/recording.mp4",
        f"https://youtube.com.example.org/watch?v={KEY}",
        f"https://example.org/youtube.com/watch?v={KEY}",
        f"https://youtube.com@example.org/watch?v={KEY}",
        f"javascript://youtube.com/watch?v={KEY}",
        "https://www.youtube.com/watch?v=short",
        'https://youtu.be/"><script>',
        "https://www.youtube.com/@channel",
        "https://vimeo.com/channels/staffpicks",
        "https://vimeo.com/1/../../x",
        "https://[youtube.com/watch",
        "",
    ],
)
def test_anything_else_is_a_link(url):
    assert player(url) is None
