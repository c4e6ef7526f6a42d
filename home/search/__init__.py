"""Search over programs and published pages: asked anew each time, so that nothing is found that is not public now.

terms.py reads what somebody typed, entries.py gathers what can be found, matching.py puts the two together,
excerpts.py shows where.
"""
