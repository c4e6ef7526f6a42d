"""Which programs fit me? A few questions, nothing stored, every program with its answer and the reasons."""
