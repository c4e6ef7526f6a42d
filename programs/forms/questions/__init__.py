"""What a form can ask, a file a family: words, contact, numbers, dates, choices, ranking, scales, agreement,
files; in several/ what takes more than one control.

A new type is one short class, in the file of its family or in one of its own, and one row of QUESTIONS. A published form
keeps its questions as plain definitions; see ApplicationFormPage.definition.
"""

from .agreement import Consent, Tick, YesNo
from .choices import ChooseOne, ChooseSeveral
from .contact import Email, MembershipNumber, Phone, WebAddress
from .dates import DateQuestion, Month
from .files import File
from .numbers import Number
from .ranking import Rank
from .scales import Scale, Table
from .several.address import Contact
from .several.answers import ShortAnswers
from .several.availability import Availability
from .several.languages import Languages
from .several.partner import PartnerWish
from .several.referee import Referee
from .words import LongText, ShortText

QUESTIONS = {
    "short_text": ShortText,
    "long_text": LongText,
    "short_answers": ShortAnswers,
    "email": Email,
    "phone": Phone,
    "web_address": WebAddress,
    "contact": Contact,
    "referee": Referee,
    "membership_number": MembershipNumber,
    "number": Number,
    "date": DateQuestion,
    "month": Month,
    "choose_one": ChooseOne,
    "choose_several": ChooseSeveral,
    "rank": Rank,
    "scale": Scale,
    "table": Table,
    "yes_no": YesNo,
    "tick": Tick,
    "consent": Consent,
    "languages": Languages,
    "availability": Availability,
    "partner_wish": PartnerWish,
    "file": File,
}
"""Every type that asks something, by the name it has in a definition."""
