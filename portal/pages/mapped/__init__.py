"""Where every page stands, known without asking for each: docs/decisions/0037-what-a-process-knows.md."""
