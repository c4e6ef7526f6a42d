"""The demo: what five real associations' pages say about their programs, and invented dates and samples beside it.

Names, titles and dates are those of the captured pages; prose is ours. Comments name the captured page and its line
(“seed 001:26”) wherever a page is faulty, contradicts another, or is silent. What is invented, because pages that have
gone stale cannot show a call that is open today, is in rounds.py, samples.py and people.py, and says so.
"""
