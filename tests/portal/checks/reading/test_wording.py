"""Words that go stale, texts that break off, furniture of other pages, garbled letters."""

import time
from datetime import date

import pytest

from portal.checks.reading.letters import foreign_script, garbled, written_in_latin
from portal.checks.reading.texts import Reading, read
from portal.checks.reading.wording import cut_off_end, lost_words, page_furniture, stale_words, tight_brackets


def told(check, text):
    return list(check(text))


@pytest.mark.parametrize(
    "text",
    [
        "Applications for the Fall 2014 program are now open.",
        "Applications are open!",
        "We are currently accepting mentors.",
        "See our upcoming webinar.",
        "Details coming soon",
        "Meet us at Annual this summer.",
        "Applications have closed.",
        "La convocatoria ya está abierta.",
        "Las inscripciones están abiertas.",
        "Próximamente daremos más noticias.",
        "Nos vemos este otoño.",
    ],
)
def test_what_goes_stale_is_told(text):
    assert len(told(stale_words, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The program is open to all members.",
        "Calls that are open or coming are invented.",
        "When applications are open, a button appears here.",
        "Open to ALCTS members only",
        "Mentors should be open and patient.",
        "El programa está abierto a todas las personas.",
        "Cuando la convocatoria está abierta, aparece un botón.",
        "They know this year’s fashions",
    ],
)
def test_what_stays_true_is_left_alone(text):
    assert not told(stale_words, text)


@pytest.mark.parametrize(
    "text",
    [
        "an article from a professional journal such as . What did you like?",
        'Bradford, Laurence. "." Forbes. January 2018.',
        "“.” Together. June 2020",
        "You can find it at .",
        "Use a tool, for example, .",
        "una revista, tales como .",
        "from ALSC Mentoring Program participants.",
    ],
)
def test_a_lost_link_is_told(text):
    assert len(told(lost_words, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "It may belong to the job: a workflow to revise, for example.",
        "a conference, such as Midwinter or Annual.",
        "Suggestions, for example:",
        "He said “Yes.” Then he left.",
        "Log in. Log out.",
        "From here on you are on your own.",
        "Revistas, por ejemplo.",
        "visit example.org.",
    ],
)
def test_a_whole_sentence_is_left_alone(text):
    assert not told(lost_words, text)


@pytest.mark.parametrize("text", ["mentors and", "articles such as", "Quarterly vol. 23 no. 3 (2015),", "mentores y"])
def test_a_text_that_breaks_off_is_told(text):
    assert len(told(cut_off_end, text)) == 1


@pytest.mark.parametrize("text", ["What the program is for", "Mentors and mentees", "Opción A", "Ask us how.", "Land"])
def test_a_text_that_ends_is_left_alone(text):
    assert not told(cut_off_end, text)


@pytest.mark.parametrize(
    "text",
    [
        "Skip to main content",
        "Back to Top",
        "Print Page",
        "Login to LibApps",
        "Report a problem",
        "Last Updated: Jan 5, 2024 9:10 AM",
        "It looks like you're using Internet Explorer 11 or older. This website works best with modern browsers.",
        "Saltar al contenido principal",
        "Goals | Sample Activities | More Resources",
        "ALA Mentoring Programs   *  Discussion Groups  *  Affiliate Mentoring Programs",
    ],
)
def test_furniture_of_another_page_is_told(text):
    assert len(told(page_furniture, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Press Tab to skip to main content of the page.",
        "Print pages you like.",
        "Report a problem to the coordinator whenever a match does not work, and say what would help.",
        "Black/African American",
        "Mentor | Mentee",
    ],
)
def test_sentences_are_no_furniture(text):
    assert not told(page_furniture, text)


def test_a_missing_space_before_an_acronym_is_told():
    assert told(tight_brackets, "Asian Pacific American Librarians Association(APALA) Mentoring Program")
    assert not told(tight_brackets, "Association (APALA), and librarian(s) of all kinds, f(x)")


@pytest.mark.parametrize(
    "text",
    [
        "â€™s",
        "childrenâ€™s librarians",
        "rÃ©sumÃ©s",
        "Librarian\ufffds",
        "‚ÄčALA Annual 2020",
        "°ÄÃÅÁùºÏ²Ê¿ª½±app",
        "ﾃｼ窶ｹALA Annual",
        "r√©sum√©s",
        "Â© 2019",
    ],
)
def test_garbled_letters_are_told_once(text):
    assert len(told(garbled, text)) == 1


@pytest.mark.parametrize(
    "text", ["résumés", "¿¡Qué!", "naïve façade", "São Paulo", "“Quotes” – and ’ones’", "Ñandú", "2²=4"]
)
def test_proper_letters_are_left_alone(text):
    assert not told(garbled, text)


def test_another_script_is_told_once():
    assert len(told(foreign_script, "澳门六合彩开奖app and 澳门 again")) == 1
    assert told(foreign_script, "Лотерея")
    assert not told(foreign_script, "Ñandú, Hawaiʻi, 1.º, 3ª, Dvořák, Nguyễn — №")


def test_a_page_in_another_script_is_not_searched_for_it():
    assert written_in_latin("en")
    assert written_in_latin("es")
    assert not written_in_latin("zh-hans")


@pytest.mark.parametrize("text", ["a " * 20_000, "x | " * 5_000, "such as " * 4_000, "May 1 - " * 4_000, "1 " * 20_000])
def test_a_very_long_text_is_read_in_a_moment(text):
    """Whoever pastes a whole site waits no longer than for any other save."""
    begin = time.process_time()
    list(read(text, Reading(date(2026, 11, 22))))
    assert time.process_time() - begin < 2
