"""A further application of the same person, filled in from what was sent before: for another role, or in another round."""
