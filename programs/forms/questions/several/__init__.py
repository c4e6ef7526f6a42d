"""Questions that are answered in several controls, and what these share: see programs/forms/questions/several/parts.py."""
