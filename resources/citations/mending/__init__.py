"""What makers of files write otherwise than we keep it, set right: markup, names of catalogs, dates, pages."""
