"""Whether the links that lead away from the site still lead somewhere. Asked politely, a few at a time, by `tick`."""
