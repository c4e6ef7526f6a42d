"""How a form page is previewed in the editor: as readers meet it, and each step as an applicant does."""

from django.utils.text import Truncator
from django.utils.translation import gettext

from programs.forms.previewing import steps_of

CHECK, SENT = "check", "sent"


class PreviewedInSteps:
    """A page with `definition()` and `purpose`. Nothing of a preview is sent or stored: it holds no form at all."""

    @property
    def preview_modes(self):
        steps = steps_of(self.definition(), self.purpose)
        told = gettext("Step %(number)d: %(heading)s")
        named = [
            Truncator(told % {"number": n, "heading": step["heading"]}).chars(60) for n, step in enumerate(steps, 1)
        ]
        return [
            ("", gettext("What readers see")),
            *((f"step-{n}", words) for n, words in enumerate(named, 1)),
            (CHECK, gettext("Check your answers")),
            (SENT, gettext("Confirmation")),
        ]

    def get_preview_template(self, request, mode_name):
        return "programs/forming/preview.html" if mode_name else super().get_preview_template(request, mode_name)

    def get_preview_context(self, request, mode_name):
        context = super().get_preview_context(request, mode_name)
        return context | self._step(mode_name) if mode_name else context

    def _step(self, mode):
        """A mode may name a step that was deleted since: the last one is shown for it."""
        steps = steps_of(self.definition(), self.purpose)
        if mode in (CHECK, SENT) or not steps:
            return {"mode": mode, "steps": steps, "reference": "ABC-26-7K4M"}
        number = mode.rpartition("-")[2]
        number = min(max(int(number), 1) if number.isdecimal() else 1, len(steps))
        return {"mode": "step", "step": steps[number - 1], "number": number, "count": len(steps)}
