"""Saving a row in the admin as its form does: with what the row was when the form was opened."""

from bs4 import BeautifulSoup

FORM = "w-editor-form"


def opened(client, address):
    """The hidden field of the row's form."""
    return {"as_opened": client.get(address).context["as_opened"]}


def save(client, address, data, **options):
    return client.post(address, opened(client, address) | data, **options)


def fields(response):
    """What a browser would send of the editor's form as it is shown: {name: value or values}."""
    page = BeautifulSoup(response.content, "html.parser")
    for unused in page.find_all(["template", "script"]):
        unused.decompose()
    outside = page.find_all(["input", "select", "textarea"], attrs={"form": FORM})
    sent = {}
    for each in [*outside, *page.find(id=FORM).find_all(["input", "select", "textarea"])]:
        for value in values(each):
            sent.setdefault(each.get("name"), []).append(value)
    return {name: found if len(found) > 1 else found[0] for name, found in sent.items() if name}


def values(control):
    if control.has_attr("disabled"):
        return []
    if control.name == "textarea":
        return [control.get_text().removeprefix("\n").replace("\n", "\r\n")]
    if control.name == "select":
        return [option["value"] for option in control.find_all("option") if option.has_attr("selected")] or [""]
    if control.get("type") in {"checkbox", "radio"} and not control.has_attr("checked"):
        return []
    return [control.get("value", "on" if control.get("type") in {"checkbox", "radio"} else "")]
