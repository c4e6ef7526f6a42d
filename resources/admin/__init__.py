"""What editors see of citations: the list, the form, importing."""
