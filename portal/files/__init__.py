"""Files that people hand in: what they are, where they lie, how they are handed out."""
