"""Whether this environment is its lock, and the lock complete: `python .ci/locked.py requirements/dev.in`.

`pip check` says whether the packages installed here go together. Here is what it does not know: that everything
locked is installed and nothing else is, and that the lock has all that its packages ask for, with their extras, on
other systems and later Pythons too. pip installs the lock alone, so what it lacks would be missed by nobody but users.
"""

import re
import sys
from importlib.metadata import distributions
from itertools import product
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CAME_WITH_VENV = {"pip", "setuptools"}
PYTHONS = ["3.11.2", "3.11.14", "3.12.12", "3.13.9", "3.14.0"]
SYSTEMS = [("linux", "Linux", "posix"), ("darwin", "Darwin", "posix"), ("win32", "Windows", "nt")]


def main(wanted):
    lock = lines_of(wanted.with_suffix(".txt"))
    installed = {canonicalize_name(each.name): each for each in distributions()}
    found = [*differences(lock, installed), *gaps(lock, wanted_by(wanted), installed)]
    if found:
        sys.exit("\n".join(sorted(set(found))))


def lines_of(path):
    lines = (line.split(" #")[0].rstrip(" \\") for line in path.read_text().splitlines())
    return [Requirement(line) for line in lines if re.match(r"\w", line)]


def wanted_by(path):
    """What people asked for: the lines of the file and of those it names."""
    named = re.findall(r"^-r (\S+)", path.read_text(), re.MULTILINE)
    return lines_of(path) + [line for name in named for line in wanted_by(path.parent / name)]


def holds(requirement, environment, extras=("",)):
    return not requirement.marker or any(requirement.marker.evaluate(environment | {"extra": e}) for e in extras)


def pins(lock, environment):
    """{name: version} of what the lock installs there."""
    there = [each for each in lock if holds(each, environment)]
    return {canonicalize_name(each.name): next(iter(each.specifier)).version for each in there}


def differences(lock, installed):
    locked = pins(lock, default_environment())
    here = {name: each.version for name, each in installed.items() if name in locked or name not in CAME_WITH_VENV}
    for name in locked.keys() | here.keys():
        if name not in here:
            yield f"{name} {locked[name]} is locked, but not installed."
        elif name not in locked:
            yield f"{name} {here[name]} is installed, but not locked: pip uninstall {name}, or make lock."
        elif here[name] != locked[name]:
            yield f"{name} {here[name]} is installed, {locked[name]} is locked."


def gaps(lock, wanted, installed):
    reached = set()
    for python, system in product(PYTHONS, SYSTEMS):
        environment = an_environment(python, *system)
        locked = pins(lock, environment)
        for requirement, asked_by in asked(wanted, locked, environment, installed):
            name = canonicalize_name(requirement.name)
            reached.add(name)
            if name not in locked or not requirement.specifier.contains(locked[name], prereleases=True):
                yield f"{asked_by} asks for {requirement}; locked is {locked.get(name, 'nothing')} ({python}, {system[0]})."
    needless = {canonicalize_name(each.name) for each in lock} - reached
    yield from (f"{name} is locked, but nothing asks for it." for name in needless)


def an_environment(python, platform, system, os_name):
    short = ".".join(python.split(".")[:2])
    return default_environment() | {
        "python_version": short,
        "python_full_version": python,
        "implementation_version": python,
        "sys_platform": platform,
        "platform_system": system,
        "os_name": os_name,
    }


def asked(wanted, locked, environment, installed):
    """Everything asked for there, directly and by what is asked for, as far as the packages installed here tell."""
    waiting, seen = [(each, "requirements", ("",)) for each in wanted], set()
    while waiting:
        requirement, asked_by, extras = waiting.pop()
        if not holds(requirement, environment, extras):
            continue
        yield requirement, asked_by
        name, more = canonicalize_name(requirement.name), ("", *sorted(requirement.extras))
        package = installed.get(name)
        if (name, more) not in seen and package and package.version == locked.get(name):
            seen.add((name, more))
            waiting += [(Requirement(line), name, more) for line in package.requires or []]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
