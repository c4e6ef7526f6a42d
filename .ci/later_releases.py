"""Shows that no later release of anything changes or breaks what README's commands install.

Beside whatever index pip is told to use, a folder pretends that everything has a release 9999. With it, from nothing:
a lock whose versions are not the newest (`.ci/older`), then README's `make` and its lines for production, in a copy of
this folder that nobody has used. PYTHON names the interpreter: Debian's own where there is one. `python3 .ci/later_releases.py`
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
DEBIANS = "/usr/bin/python3"
PYTHON = os.environ.get("PYTHON") or (DEBIANS if Path(DEBIANS).exists() else sys.executable)
LATER = "9999"


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = pretending(
            folder / "later", names_in(ROOT / "requirements") | names_in(HERE / "older/requirements")
        )
        say(f"{len(list((folder / 'later').iterdir()))} packages have a release {LATER} now")
        an_older_lock(folder / "older", environment)
        readme_for_everybody(folder / "portal", environment)
        readme_in_production(folder / "portal", environment)


def names_in(requirements):
    return {pin.split("==")[0] for pin in pins(requirements / "dev.txt")}


def pins(lock):
    return re.findall(r"^([\w.-]+==[^ ]+)", lock.read_text(), re.MULTILINE)


def pretending(later, names):
    """The environment of a pip that finds these releases, too."""
    later.mkdir()
    for name in names:
        write_wheel(later, name.replace("-", "_").replace(".", "_"), name)
    known = os.environ.get("PIP_FIND_LINKS", "")
    unset = {"MAKEFLAGS", "MAKELEVEL", "VENV", "VAR_DIR", "VIRTUAL_ENV"}
    inherited = {name: value for name, value in os.environ.items() if name not in unset}
    return inherited | {"PIP_FIND_LINKS": f"{known} {later.as_uri()}".strip(), "PYTHON": PYTHON}


def write_wheel(later, stem, name):
    """A release without content, which asks for something that does not exist: whoever takes it fails."""
    info = f"{stem}-{LATER}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {LATER}\nRequires-Dist: no-such-package-{name}\n"
    with zipfile.ZipFile(later / f"{stem}-{LATER}-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{info}/METADATA", metadata)
        wheel.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: later\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{info}/RECORD", "")


def an_older_lock(folder, environment):
    shutil.copytree(HERE / "older", folder)
    shutil.copy(ROOT / "Makefile", folder)
    begin = time.monotonic()
    run(folder, environment, "make", "install")
    python = folder / ".venv/bin/python"
    say(f"{version(python)}, {version(python, '-m', 'pip')}: an older lock, installed in {since(begin)}")
    run(folder, environment, python, HERE / "locked.py", "requirements/dev.in")
    check_it_pretends(python, folder, environment)
    without = [python, "-m", "pip", "install", "-qq", "--dry-run", "--ignore-installed", "--require-hashes", "-r"]
    stopped = subprocess.run(
        [*without, "requirements/dev.txt"], cwd=folder, env=environment, capture_output=True, text=True
    )
    say(
        f"the same without --no-deps ends at: {stopped.stderr.strip().splitlines()[-1].strip() if stopped.returncode else 'installs'}"
    )


def check_it_pretends(python, folder, environment):
    """Without a lock, the same pip with the same index takes the release that we pretend; else nothing was shown."""
    run(folder, environment, python, "-m", "pip", "download", "-qq", "--no-deps", "-d", folder / "chosen", "coverage")
    if [each.name for each in (folder / "chosen").iterdir()] != [f"coverage-{LATER}-py3-none-any.whl"]:
        sys.exit(f"pip does not see the later releases: it chose {list((folder / 'chosen').iterdir())}.")


def readme_for_everybody(folder, environment):
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(".venv", ".git", "var", "__pycache__", "*.mo"))
    begin = time.monotonic()
    run(folder, environment, "make", "install", "messages")
    python = folder / ".venv/bin/python"
    run(folder, environment, python, "-m", "pip", "check")
    run(folder, environment, python, ".ci/locked.py", "requirements/dev.in")
    run(folder, environment | {"PORTAL_ENV": "test"}, python, "manage.py", "check")
    say(f"what `make demo` and `make test` need, installed in {since(begin)}: it is the lock and complete")


def readme_in_production(folder, environment):
    shutil.rmtree(folder / ".venv")
    lines = re.findall(
        r"^    (python3 -m venv .*|\.venv/bin/pip install .*)$", (folder / "README.md").read_text(), re.MULTILINE
    )
    if len(lines) != 2:
        sys.exit(f"README's two lines for production are not found: {lines}")
    begin = time.monotonic()
    for line in lines:
        run(folder, environment, "sh", "-c", line.replace("python3 ", f"{PYTHON} ", 1))
    python = folder / ".venv/bin/python"
    run(folder, environment, python, ".ci/locked.py", "requirements/base.in")
    say(f"README's lines for production, run in {since(begin)}: it is the lock and complete")


def version(python, *module):
    return " ".join(run(ROOT, os.environ, python, *module, "--version").split()[:2])


def run(folder, environment, *command):
    result = subprocess.run(
        command, cwd=folder, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if result.returncode:
        sys.exit(f"{' '.join(map(str, command))} ended with {result.returncode}:\n{result.stdout}")
    return result.stdout


def since(begin):
    return f"{time.monotonic() - begin:.0f} s"


def say(text):
    print(f"later releases: {text}", flush=True)


if __name__ == "__main__":
    main()
