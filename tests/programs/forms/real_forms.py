"""Six forms of the kind that library associations send today, as their editors would type them in: about a hundred fields.

A field is (type, label, what else is typed). `asked` says how the form asks it today where no type says just that.
"""

YEARS = "Student\nLess than 2 years\n2 to 5 years\n6 to 10 years\nMore than 10 years"
LIBRARIES = "Public\nAcademic\nSchool\nSpecial\nArchive\nOther: ___"
INTERESTS = "Cataloging\nCollection development\nInstruction\nLeadership\nOutreach\nPreservation\nStorytime\nSystems"
AGREE = "Strongly disagree\nDisagree\nNeutral\nAgree\nStrongly agree\nNot applicable"
SATISFIED = "Very dissatisfied\nDissatisfied\nNeutral\nSatisfied\nVery satisfied"
NONE_SAID = "\nI prefer not to say"


def field(kind, label, **more):
    return kind, label, more


def line(label, **more):
    return field("short_text", label, **more)


def words(label, most, **more):
    return field("long_text", label, most_words=str(most), **more)


def one(label, choices, **more):
    return field("choose_one", label, choices=choices, **more)


def several(label, choices, **more):
    return field("choose_several", label, choices=choices, **more)


def personal(kind, label, **more):
    return field(
        kind, label, **{"required": "", "sensitive": "on", "why": "For numbers about the program only."} | more
    )


MENTEE = [
    (
        "About you",
        line("Preferred name", required=""),
        line("Pronouns", required=""),
        field("contact", "Mailing address", parts=["street", "city", "region", "postal-code", "country"]),
        field("phone", "Daytime phone"),
        line("Job title"),
        line("Institution", autocomplete="organization"),
        one("Type of library", LIBRARIES),
        one("How long have you worked in libraries?", YEARS),
        field("month", "When did you or will you finish your degree?", required=""),
        field("membership_number", "Membership number", whose="ALA"),
    ),
    (
        "What you hope for",
        words("Why do you want a mentor?", 250),
        field("short_answers", "Three goals for the year", most="3"),
        several("Areas of interest (choose up to three)", INTERESTS, most="3"),
        field(
            "rank",
            "What matters most in a mentor?",
            choices="Same role\nSame region\nSimilar career",
            most="3",
            least="1",
        ),
        one("How would you like to meet?", "Video\nPhone\nEmail\nIn person"),
        field("availability", "When could you meet?"),
        field("languages", "Languages you speak", most="3", required=""),
        field("partner_wish", "Is there a mentor you have in mind?", required=""),
        field("file", "Resume or CV"),
        field("tick", "I can give two hours a month"),
        field("consent", "I agree to the code of conduct", text="null"),
    ),
]
MENTOR = [
    (
        "Your work",
        line("Current position"),
        line("Employer"),
        field("web_address", "Link to a profile", required=""),
        field("number", "Years of experience", least="0", most="70", decimals="0", unit="years"),
        one("Type of library", LIBRARIES, other="on"),
        several("Positions you have held", "Director\nManager\nLibrarian\nParaprofessional", other="on", required=""),
        field("yes_no", "Have you been a mentor before?"),
        words("Tell us about it", 150, shown_if={"question": "Have you been a mentor before?", "answers": "Yes"}),
        field("number", "How many mentees can you take?", least="1", most="3", decimals="0", unit=""),
        field("yes_no", "Are you a current member?"),
    ),
    (
        "What you can give",
        several("Topics you can help with", INTERESTS, least="1"),
        field(
            "table",
            "How ready are you to help with",
            statements="A job search\nA resume\nPublishing",
            choices=SATISFIED,
        ),
        field("scale", "I am comfortable meeting by video", choices=AGREE),
        words("How would you describe your style?", 200),
        one("How often can you meet?", "Weekly\nEvery two weeks\nMonthly"),
        field("date", "When could you begin?", earliest="", latest=""),
        field("availability", "Times that suit you", required=""),
        words("Is there anybody you should not be matched with?", 50, required="", shown_to=["coordinator"]),
        field("tick", "I have read the handbook"),
        line("Signature", asked="Drawn with the mouse; here the name is typed"),
    ),
]
REFERENCE = [
    (
        "You and the applicant",
        line("Name of the applicant"),
        line("Your position"),
        line("Your institution"),
        field("email", "Your work email"),
        field("phone", "Your phone", required=""),
        one("How do you know the applicant?", "Supervisor\nColleague\nTeacher\nOther: ___"),
        field("number", "For how many years?", least="0", most="60", decimals="1", unit="years"),
    ),
    (
        "Your view",
        field(
            "table",
            "Please rate the applicant",
            statements="Reliability\nCommunication\nInitiative",
            choices="Below average\nAverage\nAbove average\nOutstanding\nCannot judge",
        ),
        words("What are the applicant’s strengths?", 300),
        words("Where could the applicant grow?", 300, required=""),
        one("Do you recommend the applicant?", "Without reservation\nWith reservation\nNo"),
        field("file", "Letter on letterhead", required=""),
    ),
]
EVALUATION = [
    (
        "You and your pair",
        one("In which role did you take part?", "Mentor\nMentee"),
        field("yes_no", "Was it your first time?"),
        one("How often did you meet?", "Weekly\nMonthly\nLess often"),
        several("By which ways did you meet?", "Video\nPhone\nEmail\nIn person", other="on"),
        field("number", "About how many hours in all?", least="0", most="500", decimals="0", unit="hours"),
    ),
    (
        "How it was",
        field("scale", "How satisfied were you with the match?", choices=SATISFIED),
        field("scale", "With the orientation?", choices=SATISFIED),
        field("scale", "With the handbook?", choices=SATISFIED),
        field("scale", "With the help of the coordinators?", choices=SATISFIED),
        field("scale", "With the length of the program?", choices=SATISFIED),
        field("table", "How far do you agree?", statements="I learned\nI was heard\nI grew", choices=AGREE),
    ),
    (
        "What came of it",
        field("yes_no", "Did you reach your goals?"),
        words(
            "What stood in the way?",
            200,
            required="",
            shown_if={"question": "Did you reach your goals?", "answers": "No"},
        ),
        words("What was the best of it?", 200, required=""),
        words("What should we change?", 200, required=""),
        field("scale", "How likely would you recommend it?", choices="\n".join(f"{n} of 10" for n in range(11))),
        field("yes_no", "May we quote you?"),
        words("Anything else?", 300, required=""),
    ),
]
POOL = [
    (
        "Join the mentor pool",
        field("membership_number", "Member ID", whose="ALSC"),
        field("date", "Member since", required="", earliest="", latest=""),
        line("Library system"),
        one("State", "Alabama\nAlaska\nIllinois\nOhio\nTexas\nWyoming", as_list="on"),
        field("contact", "Where can we send the handbook?", parts=["given-name", "family-name", "street", "city"]),
        field("phone", "Mobile phone", required=""),
        field("email", "Second email", required=""),
    ),
    (
        "What you offer",
        several("Committees you have served on", "Awards\nBudget\nEducation\nMembership\nNominating", other="on"),
        field(
            "rank", "Rank the ages you know best", choices="Babies\nToddlers\nSchool age\nTeens", most="2", least="2"
        ),
        line("In one sentence, what do you offer?", most_letters="140"),
        field("languages", "Languages", most="2", required=""),
        field("web_address", "Website", required=""),
        field("yes_no", "Shall we list you in the directory?", shown_to=["public"]),
        field("consent", "I agree that my profile is shown to mentees", text="null"),
    ),
]
DEMOGRAPHICS = [
    (
        "Before you begin",
        one("You apply as", "Student\nLibrary worker\nBetween jobs"),
        line("School or employer"),
        words("Why do you apply?", 400),
    ),
    (
        "About you, if you wish",
        personal(
            "choose_several",
            "Race or ethnicity",
            choices="Asian\nBlack\nIndigenous\nLatino/a/e\nWhite\nOther: ___" + NONE_SAID,
        ),
        personal("choose_one", "Gender", choices="Woman\nMan\nNonbinary\nI describe it myself: ___" + NONE_SAID),
        personal("choose_one", "Age", choices="Under 25\n25 to 34\n35 to 44\n45 to 54\n55 or older" + NONE_SAID),
        personal("choose_one", "Sexual orientation", choices="Straight\nGay or lesbian\nBisexual\nQueer" + NONE_SAID),
        personal("choose_one", "Are you transgender?", choices="Yes\nNo" + NONE_SAID),
        personal("choose_one", "Do you have a disability?", choices="Yes\nNo" + NONE_SAID),
        personal("long_text", "What would make meetings accessible to you?", most_words="150"),
        personal("choose_one", "Are you a veteran?", choices="Yes\nNo" + NONE_SAID),
        personal("choose_one", "Were your parents the first in your family at college?", choices="Yes\nNo" + NONE_SAID),
        personal("languages", "Which languages are spoken at home?", most="3"),
        personal("number", "Year of birth", least="1900", most="2020", decimals="0", unit=""),
    ),
]
FORMS = {
    "Mentee application": ("application", MENTEE),
    "Mentor application": ("application", MENTOR),
    "Reference form": ("reference", REFERENCE),
    "Evaluation survey": ("evaluation", EVALUATION),
    "Mentor pool": ("application", POOL),
    "Demographics": ("application", DEMOGRAPHICS),
}
"""By what it is called: what it is for, and its sections."""


def fields_of(sections):
    return [each for _heading, *fields in sections for each in fields]
