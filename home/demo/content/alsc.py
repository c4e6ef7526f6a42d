"""The ALSC Mentoring Program: as it was in 2014 (seed 002), and paused with its resources (seed 004)."""

from home.demo.reading import add_title_less_citations, readings
from home.models import StandardPage
from home.writing import add, bullets, link, paragraphs, points, publish, section, stream
from programs.models import ProgramPage
from resources.models import ReadingListPage

from .alsc_resources import add_activities, add_goals

# Seed 002:6 says that applications are open, seed 004:9 (later) that the program is under review. The switch says it.
PAUSED_NOTICE = (
    "The ALSC Mentoring Program is under review and will be reshaped. We will tell you more here when we can. Are you "
    "mentoring on your own, or thinking about it? The resources on this page may help you."
)
PAUSED_NOTICE_ES = (
    "El programa de mentoría de ALSC está en revisión y va a renovarse. Daremos más noticias aquí cuando las haya. "
    "¿Participa en una mentoría por su cuenta, o lo está pensando? Los recursos de esta página pueden servirle."
)

OBJECTIVES = points(
    "goals",
    "What the program is for",
    "Early career children’s librarians, and all who are new to the profession, gain skills and confidence.",
    "People connect, personally and professionally.",
    "Members learn skills from their peers.",
    "Members find new energy for their work.",
    "More members know what ALSC’s committees do and would like to serve on one.",
    "ALSC’s Competencies for Librarians Serving Children in Public Libraries become better known.",
    "A new cohort of leaders grows.",
    name="alsc/goals-of-program",
    ordered=True,
)

# Seed 002:3 and 000:19 say that people can apply twice a year; the dates of 2014 and 2015 are in rounds.py.
HOW_IT_WORKS = paragraphs(
    "The program matches people who share an interest in library service to children, for one year. There are two chances "
    "a year to apply, one in summer and one in fall. A task force reads the applications."
)


def add_alsc(home, program, forum, by):
    program.paused, program.paused_notice, program.paused_notice_es = True, PAUSED_NOTICE, PAUSED_NOTICE_ES
    program.save()
    page = add(
        home,
        ProgramPage(
            title="ALSC Mentoring Program",
            slug="alsc",
            program=program,
            promise="Matches people who care about library service to children, for one year.",
            search_description=program.summary,
        ),
        by,
    )
    working, goals, activities, more = (
        make(page, by) for make in (add_working_with_a_match, add_goals, add_activities, add_more_resources)
    )
    page.body = stream("alsc", body(working, activities, more, forum))
    page.resources = stream("alsc/resources", [("page", each.pk) for each in (goals, activities, more, working, forum)])
    return publish(page, by)


def body(working, activities, more, forum):
    # Seed 002:20 leaves a word out of its invitation.
    explore = paragraphs("Would a match be something for you? See how the program works and what to expect:") + bullets(
        f"{link(working, 'Working with a match')}: what makes a match work, for mentor and mentee.",
        f"{link(activities, 'Suggested activities')}: every match chooses its own; here is a list to choose from.",
        f"{link(more, 'Mentoring resources')}: what others say about mentoring, outside this program.",
        f"{link(forum, 'Mentoring Forum')}: people in the program talked live about their matches, on record for all.",
    )
    return [
        section("How the program works", HOW_IT_WORKS),
        OBJECTIVES,
        section("Find out more", explore),
    ]


def add_working_with_a_match(page, by):
    parts = [
        section(
            "Keep in touch",
            paragraphs(
                "Be in contact at least twice a month: by email, phone, Skype, online chat, or however suits you."
            ),
        ),
        section(
            "Set goals",
            paragraphs(
                "Specific goals make the work of a match much richer. Write them on the goal sheet: it is your contract "
                "with each other. Fill it in together; the mentee sends it in."
            ),
        ),
        section(
            "Begin well",
            paragraphs("Every match takes part in a virtual orientation and training session before it sets out."),
        ),
    ]
    lead = "What goes into a match, and how to work with your mentor or mentee."
    title = "Working with a match"
    return add(
        page,
        StandardPage(title=title, slug="working-with-a-match", lead=lead, body=stream("alsc/working", parts)),
        by,
    )


def add_more_resources(page, by):
    return add(
        page,
        ReadingListPage(
            title="More Resources",
            slug="more-resources",
            intro=paragraphs(
                "Mentoring resources from outside the program: articles and posts that can make a match better. The "
                "editors are completing the entries; each appears here as soon as its title is confirmed."
            ),
            body=[readings("alsc/more", add_title_less_citations())],
        ),
        by,
    )
