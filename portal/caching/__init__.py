"""Public pages kept ready for whoever reads without a session, and never wrong: docs/decisions/0032-a-page-cache-that-is-never-wrong.md."""
