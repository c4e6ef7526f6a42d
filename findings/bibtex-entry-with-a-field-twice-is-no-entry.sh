#!/usr/bin/env bash
# bibtexparser 2.1.0.
#
# Reference managers write a field twice now and then (two lines of keywords, two of note); BibTeX warns and reads the entry
# with one of them. One expects the same of a parser, or an error. Here the entry is not among `entries` at all, no exception
# is raised and nothing is logged as a warning; it stands in `failed_blocks` only. Whoever reads `entries` and looks at nothing
# else loses whole works of a valid export.
#
# Seen: "entries: ['b']", "failed: ['DuplicateFieldKeyBlock']"; the title of the lost entry can still be had from
# `failed_blocks[0].ignore_error_block`: "title: One".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check "bibtexparser==2.1.0"
cat > try.py <<'PY'
import bibtexparser

library = bibtexparser.parse_string("""
@article{a, title = {One}, keywords = {mentoring}, keywords = {libraries}, year = {2020}}
@article{b, title = {Two}}
""")
print("entries:", [entry.key for entry in library.entries])
print("failed:", [type(block).__name__ for block in library.failed_blocks])
print("title:", library.failed_blocks[0].ignore_error_block["title"].strip("{}"))
PY
env/bin/python -W error try.py | tee seen
diff seen - <<'SEEN'
entries: ['b']
failed: ['DuplicateFieldKeyBlock']
title: One
SEEN
