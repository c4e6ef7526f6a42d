import pytest

from portal.files.taking.names import clean_name, ending


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("cv.pdf", "cv.pdf"),
        ("Lebenslauf Zoë.PDF", "Lebenslauf Zoë.PDF"),
        ("Zoe\u0308.pdf", "Zoë.pdf"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\me\\cv.docx", "cv.docx"),
        ("cv\u202efdp.exe", "cvfdp.exe"),
        ("a\x00b\n c.txt", "ab c.txt"),
        ("\u200fسيرة.pdf", "سيرة.pdf"),
        ("..", "file"),
        (".pdf", "pdf"),
        ("", "file"),
    ],
)
def test_a_name_is_the_last_part_without_unseen_signs(given, kept):
    assert clean_name(given) == kept


def test_a_long_name_keeps_its_beginning_and_its_ending():
    kept = clean_name("a" * 300 + ".pdf")
    assert len(kept) <= 120
    assert kept.startswith("aaaa")
    assert kept.endswith("….pdf")


def test_an_ending_is_what_a_system_would_go_by():
    assert [ending(name) for name in ("a.PDF", "a.pdf.exe", "a", "a.tar.gz")] == ["pdf", "exe", "", "gz"]
