"""Whether a membership number is one of the association's: a fact for the committee, never a barrier for an applicant."""
