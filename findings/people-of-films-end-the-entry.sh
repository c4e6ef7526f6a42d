#!/usr/bin/env bash
# citeproc-py 0.11.1.
#
# CSL 1.0.2 knows people of films, podcasts and reviews: director, host, producer, guest, reviewed-author and others. Zotero
# exports a film with its director, and official styles (APA, MLA, Chicago) print one. One expects the name, or an entry without
# it where the library does not know the variable. It takes the list of names for a text, and writing the entry ends in an
# AttributeError: one film in a bibliography, and the page that shows it fails.
#
# Seen: "author: Sample, A.", "director: AttributeError: 'String' object has no attribute 'parts'", the same for host.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check "citeproc-py==0.11.1"
cat > try.py <<'PY'
import warnings

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>S</title><id>s</id>
<updated>2020-01-01T00:00:00+00:00</updated></info><citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><names variable="{role}"><name name-as-sort-order="all" initialize-with=". "/></names></layout>
</bibliography></style>"""
warnings.simplefilter("ignore")
for role in ("author", "director", "host"):
    with open("style.csl", "w") as file:
        file.write(STYLE.format(role=role))
    work = {"id": "a", "type": "motion_picture", "title": "T", role: [{"family": "Sample", "given": "Ann"}]}
    entry = CitationStylesBibliography(CitationStylesStyle("style.csl", validate=False), CiteProcJSON([work]), formatter.plain)
    entry.register(Citation([CitationItem("a")]))
    try:
        print(f"{role}: {entry.bibliography()[0]}")
    except Exception as wrong:
        print(f"{role}: {type(wrong).__name__}: {wrong}")
PY
env/bin/python try.py | tee seen
diff seen - <<'SEEN'
author: Sample, A.
director: AttributeError: 'String' object has no attribute 'parts'
host: AttributeError: 'String' object has no attribute 'parts'
SEEN
