"""The whole journey in a real browser: browse, apply, decide, tell. The public part runs without JavaScript."""

import email
import re
from email.policy import default

from tests.applying import fill_in_one_step
from tests.browser import sign_in

APPLICANT = {"name": "Sample Traveler", "email": "traveler@example.org"}


def letters_to(demo_site, address):
    """What has been sent to this address, oldest first; `tick` sends what waits."""
    demo_site.manage("tick")
    files = sorted((demo_site.var / "letters").iterdir(), key=lambda file: file.stat().st_mtime_ns)
    texts = [message for file in files for message in file.read_text().split("\n" + "-" * 79 + "\n") if message.strip()]
    letters = [email.message_from_string(text, policy=default) for text in texts]
    return [letter for letter in letters if letter["To"] == address]


def text_of(letter):
    """Subject and text."""
    return letter["Subject"] + "\n" + letter.get_content()


def fill_in_everything(page):
    """Answer every question of every step the way a person who reads nothing would: the first choice, a few words."""
    while page.get_by_role("button", name="Save and go on").count():
        fill_in_one_step(page)
        page.get_by_role("button", name="Save and go on").click()
        page.wait_for_load_state()


def test_the_whole_journey(demo_site, new_page):
    reader = new_page(java_script_enabled=False, viewport={"width": 360, "height": 800})

    # A reader finds a program and sees from its dates that it takes applications.
    reader.goto("/")
    reader.locator(".open-cards h3 a").first.click()
    assert "Applications open" in reader.locator("main").inner_text()
    assert re.search(
        r"Closes \w+day, \w+ \d+, 20\d\d, 11:59 pm \w+, \d+ days left", reader.locator("main").inner_text()
    )
    program = reader.locator("h1").inner_text()

    # The applicant starts in the form that the page embeds, forgets something, mends it and sends.
    start = reader.locator("main form").first
    start.get_by_label("Full name").fill(APPLICANT["name"])
    start.get_by_label("Email address").fill(APPLICANT["email"].removesuffix(".org"))
    start.get_by_role("button").first.click()
    assert reader.get_by_label("Full name").input_value() == APPLICANT["name"]
    reader.get_by_role("button", name="Save and go on").click()
    reader.locator(".error-summary").wait_for()
    assert reader.title().startswith("Error: ")
    reader.locator(".error-summary a").first.click()
    reader.locator("input[name=email]").fill(APPLICANT["email"])
    fill_in_everything(reader)
    assert APPLICANT["email"] in reader.locator(".address-large").inner_text()
    reader.get_by_role("button", name="Send my application").click()
    assert reader.locator("h1").inner_text() == "We have your application"
    reference = reader.locator(".reference").inner_text()
    assert APPLICANT["name"] not in reader.content()

    # A letter brings the reference and a private link, which a button turns into the status page.
    (received,) = letters_to(demo_site, APPLICANT["email"])
    assert reference in text_of(received)
    link = re.search(r"http://\S+/status/open/\S+", text_of(received))[0]
    reader.goto(link)
    reader.get_by_role("button", name="Open my application").click()
    assert reader.locator("h1").inner_text() == "We have your application"
    status_page = reader.url
    assert "A sample answer" in reader.locator("main").inner_text()

    # A coordinator finds the application in the queue and accepts it; nobody is told yet.
    staff = new_page(viewport={"width": 1280, "height": 900})
    sign_in(staff, "coordinator")
    staff.get_by_role("button", name="Mentoring").click()
    staff.get_by_role("link", name="Applications", exact=True).click()
    staff.get_by_role("textbox", name="Search term").fill(reference)
    row = staff.get_by_role("row").filter(has_text=reference)
    row.wait_for()
    row.get_by_role("link").first.click()
    assert APPLICANT["name"] in staff.locator("main").inner_text()
    staff.get_by_role("link", name="Accept").click()
    staff.get_by_role("textbox", name="Reason").fill("A sample reason")
    staff.get_by_role("button", name="Accept").click()
    assert "Decided, not announced" in staff.locator("main").inner_text()
    reader.reload()
    assert reader.locator("h1").inner_text() == "We have your application"
    assert len(letters_to(demo_site, APPLICANT["email"])) == 1

    # The coordinator announces the round; then the applicant reads the decision, in a letter and on the page.
    staff.get_by_role("button", name="Mentoring").click()
    staff.get_by_role("link", name="Announce").click()
    staff.get_by_role("row").filter(has_text=program).get_by_role("link").first.click()
    staff.get_by_role("button", name=re.compile("^Announce")).click()
    _, accepted = letters_to(demo_site, APPLICANT["email"])
    assert reference in text_of(accepted)
    assert "A sample reason" not in text_of(accepted)
    reader.goto(status_page)
    assert reader.locator("h1").inner_text() == "You are accepted"
    assert "A sample reason" not in reader.content()

    # The applicant thinks again and withdraws.
    reader.get_by_role("link", name="Withdraw my application").click()
    reader.get_by_role("button", name="Withdraw").click()
    assert reader.locator("h1").inner_text() == "You have withdrawn"
    assert len(letters_to(demo_site, APPLICANT["email"])) == 3
