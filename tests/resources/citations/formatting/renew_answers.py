"""Writes answers.json anew: what citeproc-js says of the works in golden_works.py. Needs node and npm.

python -m tests.resources.citations.formatting.renew_answers
"""

import json
import os
import subprocess
import tempfile
from pathlib import Path

import citeproc

from .golden_works import works

HERE = Path(__file__).resolve().parent
STYLES = HERE.parents[3] / "resources" / "styles"
LOCALE = Path(citeproc.__file__).parent / "data" / "locales" / "locales-en-US.xml"
PINNED = "citeproc@2.4.63"


def main():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "install", "--silent", "--prefix", folder, PINNED], check=True)
        asked = Path(folder, "works.json")
        asked.write_text(json.dumps(works()))
        command = ["node", HERE / "answers.cjs", asked, STYLES, LOCALE]
        told = os.environ | {"NODE_PATH": f"{folder}/node_modules"}
        answers = subprocess.run(command, check=True, env=told, capture_output=True, text=True).stdout
    (HERE / "answers.json").write_text(answers)


if __name__ == "__main__":
    main()
