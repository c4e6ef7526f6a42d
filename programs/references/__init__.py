"""References from somebody else: whom an applicant names is asked by letter, answers by its link, and is reminded."""
