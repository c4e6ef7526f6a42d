"""A page as a browser without script holds it: its forms, and what each would send now."""

from html.parser import HTMLParser


class Form:
    def __init__(self, action):
        self.action, self.fields, self.names = action, {}, set()

    def add(self, name, value):
        self.fields.setdefault(name, []).append(value)


class Page(HTMLParser):
    """`forms` are those that post, `content` is the page as it came."""

    def __init__(self, content):
        super().__init__()
        self.content, self.forms = content, []
        self._form = self._area = self._list = None
        self.feed(content)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form" and attrs.get("method") == "post":
            self._form = Form(attrs.get("action", ""))
            self.forms.append(self._form)
        elif self._form and tag in {"input", "textarea", "select"} and "disabled" not in attrs:
            self._form.names.add(attrs.get("name"))
            getattr(self, f"_{tag}")(attrs)
        elif self._list and tag == "option":
            self._list["options"].append(attrs.get("value", ""))
            if "selected" in attrs:
                self._list["chosen"] = attrs.get("value", "")

    def _input(self, attrs):
        kind = attrs.get("type", "text")
        if kind in {"checkbox", "radio"} and "checked" in attrs:
            self._form.add(attrs["name"], attrs.get("value", "on"))
        elif kind not in {"checkbox", "radio", "file", "submit"}:
            self._form.add(attrs["name"], attrs.get("value") or "")

    def _textarea(self, attrs):
        self._area = (attrs["name"], [])

    def _select(self, attrs):
        self._list = {"name": attrs["name"], "options": [], "chosen": None}

    def handle_data(self, data):
        if self._area:
            self._area[1].append(data)

    def handle_endtag(self, tag):
        if tag == "textarea" and self._area:
            name, parts = self._area
            self._form.add(name, "".join(parts).removeprefix("\n").replace("\n", "\r\n"))
            self._area = None
        elif tag == "select" and self._list:
            first = self._list["options"][:1] or [""]
            self._form.add(self._list["name"], first[0] if self._list["chosen"] is None else self._list["chosen"])
            self._list = None
        elif tag == "form":
            self._form = None

    def form_to(self, part):
        """The form whose address holds this part."""
        return next((form for form in self.forms if part in form.action), None)
