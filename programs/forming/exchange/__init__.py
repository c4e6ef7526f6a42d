"""A form as JSON, out and in: the definition that a FormVersion keeps, with what the form is called. docs/editors.md tells
the format."""
