"""Five questions that help somebody with a goal of their own."""

from django.utils.translation import gettext_lazy as _

PROMPTS = [
    (_("Specific"), _("What exactly do you want to be able to do, know or have done?")),
    (_("Measurable"), _("How will you and your partner see that you have got there?")),
    (_("Achievable"), _("What can you do yourself, with the time and the help you have?")),
    (_("Relevant"), _("Why does it matter to you and your work now?")),
    (_("Time-bound"), _("By when, and what will you have done halfway?")),
]
"""(word, question), in the order that spells SMART."""
