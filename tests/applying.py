"""Walking through an application form as a browser does: step by step, each answer by its field's name."""

import html
import re

CONTACT = {"name": "Sample Applicant", "email": "sample@example.org", "agree": "on"}
ANSWERS = {"q-work": "A library", "q-topics": ["storytime"]}
"""What the form of tests.factories asks."""


def opened(client, call, language=""):
    """The key of a form opened now; None where this browser has begun one already."""
    page = client.get(f"{language}/apply/{call.slug}/form/").content.decode()
    found = re.search(r'name="opened" value="([^"]+)"', page)
    return found and html.unescape(found[1])


def begin(client, call, language="", **other):
    """Send the first step; its answer."""
    typed = {"opened": opened(client, call, language), "go": "on"} | CONTACT | other
    return client.post(f"{language}/apply/{call.slug}/form/", without_nothing(typed))


def answer(client, call, number=2, language="", **other):
    """Send one step of questions; its answer."""
    typed = {"go": "on"} | ANSWERS | {f"q-{key}": value for key, value in other.items()}
    return client.post(f"{language}/apply/{call.slug}/form/{number}/", without_nothing(typed))


def send(client, call, language=""):
    return client.post(f"{language}/apply/{call.slug}/send/")


def apply(client, call, language="", *, steps=1, answers=(), **contact):
    """The whole way, for a form with so many sections; what the last step answers. None leaves a field out."""
    begin(client, call, language, **contact)
    for number in range(2, 2 + steps):
        answer(client, call, number, language, **dict(answers))
    return send(client, call, language)


def without_nothing(typed):
    return {name: value for name, value in typed.items() if value is not None}


def fill_in_one_step(page, email="sample@example.org"):
    """The first choice, a few words, and what a field of its own kind wants."""
    for fieldset in page.locator("main form fieldset:has(:is([type=radio], [type=checkbox]))").all():
        fieldset.locator(":is([type=radio], [type=checkbox])").first.check()
    for places in page.locator("main form fieldset:has(select)").all():
        places.locator("select").first.select_option(index=1)
    for languages in page.locator("main form fieldset:has(input[list])").all():
        languages.locator("input[list]").first.fill("English")
    for box in page.locator("main form .field:not(fieldset) input[type=checkbox]").all():
        box.check()
    for kind, text in TYPED.items():
        for field in page.locator(f"main form {kind}").all():
            if not field.input_value():
                field.fill(text or email)


TYPED = {
    "input[inputmode]": "7",
    "input[type=email][name^=q-]": "somebody.else@example.org",
    "input[type=email]": "",
    "input[type=url]": "example.org",
    "input[type=tel]": "312-555-0100",
    ":is(.field > input[type=text]:not([list]), textarea)": "A sample answer",
}
"""What is typed into fields of each kind, the more particular ones first."""
