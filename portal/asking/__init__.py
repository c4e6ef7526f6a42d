"""Asking once before something is done that others would feel: what it does, to whom, and a box to tick."""
