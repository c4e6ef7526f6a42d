"""Rows that several people edit: no save overwrites another in silence, everybody sees who has a row open, and each
change is told from what to what, with a way back. The screens of programs and resources are made of this."""
