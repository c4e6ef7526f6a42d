#!/usr/bin/env bash
# citeproc-py 0.11.1.
#
# Many romanized given names have a hyphen and a small letter behind it: Cheng-ming, Yu-ting. A style with
# initialize-with=". " asks for C.-M. (APA) or, read narrowly, for C. alone, which is what citeproc-js writes. Here the second
# part is neither left out nor shortened: it is printed in full, with an initial's point and hyphen around it.
#
# Seen: "Jean-Luc: Sample, J.-L.", "Cheng-ming: Sample, C.-. ming .", "Ann (Annie): Sample, A. (Annie) .".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check "citeproc-py==0.11.1"
cat > style.csl <<'CSL'
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>S</title><id>s</id>
<updated>2020-01-01T00:00:00+00:00</updated></info><citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><names variable="author"><name name-as-sort-order="all" initialize-with=". "/></names></layout>
</bibliography></style>
CSL
cat > try.py <<'PY'
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

for given in ("Jean-Luc", "Cheng-ming", "Ann (Annie)"):
    work = {"id": "a", "type": "book", "title": "T", "author": [{"family": "Sample", "given": given}]}
    entry = CitationStylesBibliography(CitationStylesStyle("style.csl", validate=False), CiteProcJSON([work]), formatter.plain)
    entry.register(Citation([CitationItem("a")]))
    print(f"{given}: {entry.bibliography()[0]}")
PY
env/bin/python try.py | tee seen
diff seen - <<'SEEN'
Jean-Luc: Sample, J.-L.
Cheng-ming: Sample, C.-. ming .
Ann (Annie): Sample, A. (Annie) .
SEEN
