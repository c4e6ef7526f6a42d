"""A new program, step by step: begun with its host, name and roles, and from then on a list of what is done and what is
next. Where somebody is follows from the rows alone, so one may leave at any time and come back."""
