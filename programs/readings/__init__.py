"""Readings: who reads which application, by which rubric, and what comes of it."""
