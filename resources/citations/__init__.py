"""What is cited, and how: CSL-JSON in the middle, records on one side, RIS, BibTeX and the three styles on the other."""
