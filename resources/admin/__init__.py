"""What editors see of entries and of the pages that show them: lists, forms, choosers, importing."""
