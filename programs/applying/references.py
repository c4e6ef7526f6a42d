"""References such as ALSC-26-7K4M: short enough to read out, without letters and digits that look alike."""

import secrets
from zoneinfo import ZoneInfo

ALPHABET = "34679CDFHJKMNPQRTVWXY"


def new_reference(program, now):
    year = now.astimezone(ZoneInfo(program.time_zone)).year % 100
    return f"{program.code}-{year:02}-{''.join(secrets.choice(ALPHABET) for _ in range(4))}"
