"""Checks for editors: what a text, a page or a link may have wrong. They warn; they refuse nothing."""
