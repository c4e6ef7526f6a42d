#!/usr/bin/env bash
# rispy 0.10.0.
#
# In RIS a tag may stand as often as it likes, and databases use that: a chapter with its own DOI and its book's, an article
# with two ISSNs or two kinds of pages. rispy gathers the tags it knows as lists (AU, KW, UR, N1). Of all others one expects a
# list, too, or a complaint; it keeps the first and drops the rest without a word, also with warnings as errors.
#
# Seen: "urls: ['https://example.org/1', 'https://example.org/2']", "doi: 10.1000/chapter", "issn: 1111-1111", and neither the
# second DOI nor the second ISSN anywhere in the record: "left: []".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check "rispy==0.10.0"
cat > try.py <<'PY'
import rispy

text = """TY  - CHAP
TI  - A chapter
DO  - 10.1000/chapter
DO  - 10.1000/book
SN  - 1111-1111
SN  - 2222-2222
UR  - https://example.org/1
UR  - https://example.org/2
ER  - 
"""
[record] = rispy.loads(text)
print("urls:", record["urls"])
print("doi:", record["doi"])
print("issn:", record["issn"])
print("left:", [value for value in record.values() if "10.1000/book" in value or "2222-2222" in value])
PY
env/bin/python -W error try.py | tee seen
diff seen - <<'SEEN'
urls: ['https://example.org/1', 'https://example.org/2']
doi: 10.1000/chapter
issn: 1111-1111
left: []
SEEN
