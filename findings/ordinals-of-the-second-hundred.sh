#!/usr/bin/env bash
# citeproc-py 0.11.1.
#
# CSL's English locale has ordinal-11, -12 and -13 (“th”), by their last two digits unless a term says otherwise: 11th, 111th.
# One expects 112th as one gets 12th. The term is looked up by the whole number: 12 is found, of 112 only the last digit is.
#
# Seen: "12: 12th", "22: 22nd", "112: 112nd", "211: 211st". An annual report in its 112th edition is cited wrongly in every style.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check "citeproc-py==0.11.1"
cat > style.csl <<'CSL'
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>S</title><id>s</id>
<updated>2020-01-01T00:00:00+00:00</updated></info><citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><number variable="edition" form="ordinal"/></layout></bibliography></style>
CSL
cat > try.py <<'PY'
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

for edition in ("12", "22", "112", "211"):
    work = {"id": "a", "type": "book", "title": "T", "edition": edition}
    entry = CitationStylesBibliography(CitationStylesStyle("style.csl", validate=False), CiteProcJSON([work]), formatter.plain)
    entry.register(Citation([CitationItem("a")]))
    print(f"{edition}: {entry.bibliography()[0]}")
PY
env/bin/python try.py | tee seen
diff seen - <<'SEEN'
12: 12th
22: 22nd
112: 112nd
211: 211st
SEEN
