"""What a form asks: question types, the sections that hold them, and the keys under which answers are kept."""
