"""What an application form can ask, a file a family: words (beside what every question has), choices,
ranking, scales, agreement.

A new type is one short class, in the file of its family or in one of its own, and one row of QUESTIONS. A published form
keeps its questions as plain definitions; see ApplicationFormPage.definition.
"""

from .agreement import Consent, YesNo
from .choices import ChooseOne, ChooseSeveral
from .question import Email, LongText, ShortText
from .ranking import Rank
from .scales import Scale, Table

QUESTIONS = {
    "short_text": ShortText,
    "long_text": LongText,
    "email": Email,
    "choose_one": ChooseOne,
    "choose_several": ChooseSeveral,
    "rank": Rank,
    "scale": Scale,
    "table": Table,
    "yes_no": YesNo,
    "consent": Consent,
}
"""Every type that asks something, by the name it has in a definition."""
