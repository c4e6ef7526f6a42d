#!/usr/bin/env bash
# bibtexparser 2.1.0.
#
# BibTeX joins parts of a value with "#": publisher = acm # " Press" is "ACM Press" once @string{acm = "ACM"} stands above
# it, and month = 10 # "~" # jan is how its manual writes January 10. bibtexparser resolves a string that stands alone
# (publisher = acm gives "ACM"), so one expects the joined value resolved, or the entry among `failed_blocks`. It is neither:
# the entry is read without a complaint, and the value is the source itself, with its quotation marks and "#".
#
# Seen: "alone: ACM", "joined: acm # \" Press\"", "month: 10 # \"~\" # jan", "failed: 0". A title or month taken from there
# prints code in a bibliography.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check "bibtexparser==2.1.0"
cat > try.py <<'PY'
import bibtexparser

library = bibtexparser.parse_string("""
@string{acm = "ACM"}
@book{one, title = {One}, publisher = acm}
@book{two, title = {Two}, publisher = acm # " Press", month = 10 # "~" # jan}
""")
one, two = library.entries
print("alone:", one["publisher"])
print("joined:", two["publisher"])
print("month:", two["month"])
print("failed:", len(library.failed_blocks))
PY
env/bin/python try.py | tee seen
diff seen - <<'SEEN'
alone: ACM
joined: acm # " Press"
month: 10 # "~" # jan
failed: 0
SEEN
