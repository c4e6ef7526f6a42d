"""What programs ask, who runs them and what they are about, as data."""

from home.writing import Both
from portal.models import Topic
from programs.models import Program

Unit, Per, Way = Program.Unit, Program.Per, Program.Way

RUN_BY = {
    "ALCTS": ["ALCTSMS"],  # seed 001:43
    "ALSC": ["ALSCMC", "ALSCMCS"],  # seeds 000:19, 002:3, 004:9
    "IRRT": ["IRRTC"],  # seed 000:37; with whom it works stands in its summary
}
"""Keys of hosts, by the program's code."""

COMMITMENT = {
    # Seed 001:28 gives two hours and no time in which; 001:25-26 three lengths, so none stands here: the dates speak.
    "ALCTS": {
        "asks_amount": 2,
        "asks_unit": Unit.HOURS,
        "ways": [Way.EMAIL, Way.PHONE, Way.VIDEO, Way.IN_PERSON],
        "relationships": [Program.Relationship.PAIR],
    },
    # Seed 002:3 and 002:39; “Skype” there is a video call.
    "ALSC": {
        "asks_amount": 2,
        "asks_unit": Unit.CONTACTS,
        "asks_per": Per.MONTH,
        "length_months": 12,
        "ways": [Way.EMAIL, Way.PHONE, Way.VIDEO, Way.CHAT],
        "relationships": [Program.Relationship.PAIR],
    },
}

CONTACTS = {
    # Seed 001:45.
    "ALCTS": Both("Chair of the Mentoring Subcommittee", "Presidencia del Mentoring Subcommittee"),
}

TOPICS = {
    "getting-started": Both("Getting started in the profession", "Primeros pasos en la profesión"),
    "leadership": Both("Leadership", "Liderazgo"),
    "instruction": Both("Instruction", "Enseñanza"),
    "academic-libraries": Both("Academic libraries", "Bibliotecas académicas"),
    "children-and-youth": Both("Children and youth", "Infancia y juventud"),
    "cataloging-and-metadata": Both("Cataloging and metadata", "Catalogación y metadatos"),
    "science-and-technology": Both("Science and technology", "Ciencia y tecnología"),
}

ABOUT = {
    "ALCTS": ["cataloging-and-metadata", "leadership"],
    "ALSC": ["children-and-youth"],
    "CAMMS": ["cataloging-and-metadata"],
    "DIRECTORS": ["academic-libraries", "leadership"],
    "GLBTRT": ["getting-started"],
    "INSTRUCTION": ["academic-libraries", "instruction"],
    "JOSEY": ["academic-libraries", "getting-started"],
    "LLAMA": ["leadership"],
    "NMRT": ["getting-started"],
    "STS": ["getting-started", "science-and-technology"],
    "YALSA": ["children-and-youth", "getting-started"],
}
"""Topics by the program's code."""


def add_details(programs, hosts):
    topics = {slug: Topic.objects.create(slug=slug, name=name.en, name_es=name.es) for slug, name in TOPICS.items()}
    for code, program in programs.items():
        for field, value in COMMITMENT.get(code, {}).items():
            setattr(program, field, value)
        program.contact, program.contact_es = CONTACTS.get(code, Both("", ""))
        program.run_by = [hosts[key] for key in RUN_BY.get(code, [])]
        program.topics = [topics[slug] for slug in ABOUT.get(code, [])]
        program.save()
