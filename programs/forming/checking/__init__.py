"""What editors of a form should look at again. Findings warn; what cannot be published at all is ApplicationFormPage.faults."""
