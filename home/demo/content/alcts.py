"""The ALCTS Mentoring Program: overview (seed 001), suggested activities and readings (seed 003)."""

from wagtail.models import Comment

from home.demo.activities import activity, category, events
from home.demo.reading import add_complete_citations, readings
from home.writing import (
    Both,
    add,
    block_id,
    bullets,
    expectations,
    headed,
    paragraphs,
    points,
    publish,
    section,
    stream,
)
from programs.models import ProgramPage
from resources.models import ActivitiesPage, ReadingListPage

LEAD = "For mentors and mentees who take part in the ALCTS Mentoring Program."

OVERVIEW = paragraphs(
    "The program helps ALCTS members to grow in their profession, wherever they are in their careers and whatever part of "
    "the division’s work is theirs."
)

GOALS = points(
    "goals",
    "Mentoring Program Goals",
    "Raise strong leaders in every area of librarianship that ALCTS covers.",
    "Build the general skills of leadership that count at each stage of a career.",
    "Help members to gain the many professional skills that the division’s work asks for.",
    "Encourage members to lead and to be active in ALCTS.",
    "Make membership worth more, to those who join and to those who stay, students above all.",
    "Give everybody who takes part a place to network, to widen professional circles and to begin relationships that last.",
    name="alcts/goals",
)

# Three lengths for one program: one year (001:25), ten months, and dates that span eleven (both 001:26). The dates
# speak, in the timeline; the prose names no number. 001:24 ends in a stray word. 001:28 asks for two hours, but does
# not say in which time: see the comments for editors below.
GUIDELINES = points(
    "guidelines",
    "Mentoring Program Guidelines",
    "Everybody who takes part has sent an application.",
    "You can be a mentor, a mentee, or both.",
    "The Mentoring Subcommittee matches mentors and mentees, with the help of other members of the ALCTS Leadership "
    "Development Committee.",
    "Whoever joins commits to the whole program year; its first and last day stand in the timeline.",
    "In May, before pairs begin, mentors and mentees meet for a virtual orientation and training.",
    "Each pair decides how often to be in touch, and how. Two hours are the least; more is welcome where life permits.",
    "If you like, meet at the ALA Midwinter or Annual conferences.",
    "A pairing can change when both of you want it to.",
    "When the formal program is over you may go on, then on your own and outside the program.",
    "At the end of the period mentors and mentees help to assess the program.",
    name="alcts/guidelines",
)

EXPECT = expectations(
    "What To Expect",
    (
        "mentee",
        paragraphs(
            "Help with planning and shaping a career and with finding jobs, above all at entry level, and with succession "
            "planning: a realistic and structured look at expectations, at what lasts and at what you will leave behind."
        ),
    ),
    (
        "mentor",
        bullets(
            "new ideas and interests, and professional challenges that your own desk does not bring;",
            "the satisfaction of passing on what you have learned and can do;",
            "a reason to look at your own practice again;",
            "room to help somebody develop who does not report to you;",
            "things to learn from your mentee.",
        ),
    ),
    name="alcts/expectations",
)

RUN_BY = section(
    "Who runs the program",
    bullets(
        "The program is in the hands of the Mentoring Subcommittee of the ALCTS Leadership Development Committee, whose "
        "members support pairs whenever they need it.",
        "The Chair of the Mentoring Subcommittee coordinates it and asks every pair by e-mail, each quarter, how things "
        "are going.",
        "The subcommittee assesses whether the goals are met: once half-way, and with a survey of mentors and mentees at "
        "the end.",
    ),
)

CONFIDENTIALITY = headed(
    "confidentiality", paragraphs("Confidentiality is critical: what is said between the two of you stays there.")
)

BODY = [GOALS, GUIDELINES, EXPECT, RUN_BY, CONFIDENTIALITY]
FOR_EDITORS = [
    (
        "The captured page gives three lengths: one year (001_4123bf14b325bee8.txt, line 25), 10 months, and dates that span "
        "11 months (both line 26). Only the dates are published. Please ask the subcommittee which is meant."
    ),
    "“Two hours” comes without a period (001_4123bf14b325bee8.txt, line 28). Per month? Please ask the subcommittee.",
]


def add_alcts(home, program, conferences, by):
    page = add(
        home,
        ProgramPage(
            title="ALCTS Mentoring Program: Overview",
            slug="alcts",
            program=program,
            promise=LEAD,
            overview=OVERVIEW,
            search_description=program.summary,
            body=stream("alcts", BODY),
        ),
        by,
    )
    readings_page = add_readings(page, by)
    activities_page = add_activities(page, readings_page, conferences, by)
    page.resources = stream("alcts/resources", [("page", activities_page.pk), ("page", readings_page.pk)])
    guidelines = f"body.{block_id('alcts', str(BODY.index(GUIDELINES)))}"
    page.wagtail_admin_comments.set([Comment(user=by, text=text, contentpath=guidelines) for text in FOR_EDITORS])
    return publish(page, by)


def add_readings(page, by):
    return add(
        page,
        ReadingListPage(
            title="Readings on mentoring",
            slug="readings",
            intro=paragraphs("Pick two, read them both, and talk about them."),
            body=[readings("alcts/readings", add_complete_citations())],
        ),
        by,
    )


def add_activities(page, readings_page, conferences, by):
    activities = [
        Both(
            "Show each other a “day in the life”: what does your position ask of you, hour by hour?",
            "Muéstrense “un día en la vida”: ¿qué le pide a cada quien su puesto, hora por hora?",
        ),
        activity(
            Both(
                "Read two articles about mentoring and compare what you make of them.",
                "Lean dos artículos sobre la mentoría y comparen lo que les parecen.",
            ),
            page=readings_page,
        ),
        activity(
            Both("Exchange résumés.", "Intercambien sus currículums."),
            Both("Suggest career goals, and steps toward them.", "Sugieran metas profesionales y pasos hacia ellas."),
            Both(
                "Say how the résumé looks and reads as a whole.", "Digan qué impresión da el currículum en su conjunto."
            ),
        ),
        activity(
            Both(
                "Choose a project or a skill that the mentee would like to develop, and sketch a plan with dates for it.",
                "Elijan un proyecto o una habilidad que la persona mentorizada quiera desarrollar y esbocen un plan con fechas.",
            ),
            Both(
                "It may belong to the job: a workflow to revise, for example.",
                "Puede ser del trabajo: revisar un proceso, por ejemplo.",
            ),
            Both(
                "It may be a soft skill, networking, or service and engagement in the profession.",
                "Puede ser una habilidad interpersonal, hacer contactos, o el servicio y la participación en la profesión.",
            ),
            topics=["leadership"],
        ),
        activity(
            Both(
                "Look into a recent trend in your field, its new research or what others recommend, and weigh what it means.",
                "Estudien una tendencia reciente de su campo, lo que se investiga o se recomienda, y valoren qué significa.",
            ),
            Both(
                "Linked data is one example, critical cataloging another.",
                "Los datos enlazados son un ejemplo; la catalogación crítica, otro.",
            ),
            topics=["cataloging-and-metadata"],
        ),
        Both(
            "Follow the same online workshop or webinar, live or recorded, and talk it over afterwards.",
            "Sigan el mismo taller o seminario en línea, en directo o grabado, y coméntenlo después.",
        ),
        Both(
            "Arrange to meet at a conference that both of you plan to attend, such as Midwinter or Annual.",
            "Queden en una conferencia a la que ambas personas piensen asistir, como Midwinter o Annual.",
        ),
    ]
    return add(
        page,
        ActivitiesPage(
            title="Suggested activities for Mentor and Mentee",
            slug="activities",
            intro=paragraphs(LEAD),
            body=[
                category("alcts/activities", activities, numbered=True),
                events("alcts/conferences", "Conferences and Events", conferences),
            ],
        ),
        by,
    )
