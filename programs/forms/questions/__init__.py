"""What an application form can ask, a file a family: words (beside what every question has), choices, agreement, files.

A new type is one short class, in the file of its family or in one of its own, and one row of QUESTIONS. A published form
keeps its questions as plain definitions; see ApplicationFormPage.definition.
"""

from .agreement import Consent, YesNo
from .choices import ChooseOne, ChooseSeveral
from .files import File
from .question import Email, LongText, ShortText

QUESTIONS = {
    "short_text": ShortText,
    "long_text": LongText,
    "email": Email,
    "choose_one": ChooseOne,
    "choose_several": ChooseSeveral,
    "yes_no": YesNo,
    "consent": Consent,
    "file": File,
}
"""Every type that asks something, by the name it has in a definition."""
