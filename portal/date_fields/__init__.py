"""Days, times of day and moments as staff type them: one reading for every field, one way to say what was understood.

What is not understood, or could be another day than was meant, is refused in words and stays as it was typed. See
docs/decisions/0008-dates-as-typed.md.
"""
