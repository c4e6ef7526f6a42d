"""The ALSC Mentoring Program: as it was in 2014 (seed 002), and paused with its resources (seed 004)."""

from home.models import StandardPage
from portal.models import Topic
from programs.models import ProgramPage
from resources.for_whom import ForWhom
from resources.models import ActivitiesPage, GoalExample, GoalExamplesPage, ReadingListPage

from .activities import category
from .reading import add_title_less_citations, readings
from .spanish_trees import in_words
from .writing import add, block_id, bullets, items, link, paragraphs, points, publish, section, stream

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


def add_goals(page, by):
    # Sides and topics are ours: the captured page says nothing of either.
    goals = [
        goal("Understand the challenges that libraries everywhere have in common"),
        goal("Get to know new people and build a network in the profession", ForWhom.MENTEE, "getting-started"),
        goal("Think up 6 crafts for the Bookbag program (ages 6-12) together", topic="children-and-youth"),
        goal("Find out more about school librarianship", topic="children-and-youth"),
        goal("Talk about what makes a manager or director effective", topic="leadership"),
        goal("Get to more of the conferences and trainings that matter for my career", ForWhom.MENTEE),
    ]
    value = {"heading": "", "goals": items("alsc/goals/goals", [row.pk for row in goals])}
    return add(
        page,
        GoalExamplesPage(
            title="Goals",
            slug="goals",
            intro=paragraphs(
                "A mentor and a mentee get further with specific goals. Some that pairs have set themselves:"
            ),
            body=[{"type": "goals", "value": value, "id": block_id("alsc/goals")}],
        ),
        by,
    )


def goal(text, side=ForWhom.BOTH, topic=""):
    row = GoalExample.objects.create(text=text, text_es=in_words(text), for_whom=side)
    row.topics.set(Topic.objects.filter(slug=topic))
    return row


ACTIVITIES = {
    "Create!": [
        "Start a shared document or spreadsheet of ideas for inclusive programs, and invite others to add theirs.",
        "Make a book list of diverse titles you both enjoy. Why do you enjoy them? Which values do they stand for?",
        "Run a survey together: choose a topic, write the questions, build the form.",
    ],
    "Practice Interviews": [
        "Go through each other’s resume or CV; share what you think of the experience and skills in it.",
        (
            "Hold a mock interview and take turns with hard questions, such as “Where do you see yourself in 5 years?” Write "
            "down your feedback for each other afterwards."
        ),
        "Each of you prepares 3-5 questions and sends them a few days ahead, so that the other has time to think.",
    ],
    "Topic Discussions": [
        "What makes a manager or director effective? Which strengths and weaknesses had the managers of your past jobs?",
        "What are you doing for Equity, Diversity and Inclusion at your library or where you work?",
        "Read an article about mentoring. What in it is true of your match?",
        "What has each of you had to do with ALSC? Have you downloaded its resources, or been to one of its events?",
    ],
    "Reading and Writing": [
        "Read the same article from a professional journal. What did you like about it, and what not?",
        "Write a blog post for a professional organization together.",
    ],
    "Participate in Association Events": [],
}
HELD_BACK = {
    "Reading and Writing": "The captured page recommends a journal, but its name was a link and is lost "
    "(004_8613aa10c7adeac4.txt, line 49). Add the journal’s name when it is found.",
    "Participate in Association Events": "Held back: the captured page has this heading and nothing under it "
    "(004_8613aa10c7adeac4.txt, line 52). It appears as soon as it has an activity.",
}
"""Notes for editors, by category. A category without activities is not shown."""


def add_activities(page, by):
    return add(
        page,
        ActivitiesPage(
            title="Sample Activities",
            slug="sample-activities",
            intro=paragraphs("You are free to find your own. These are suggestions to begin with."),
            body=[
                category(f"alsc/activities/{heading}", rows, heading=heading, editors_note=HELD_BACK.get(heading, ""))
                for heading, rows in ACTIVITIES.items()
            ],
        ),
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
