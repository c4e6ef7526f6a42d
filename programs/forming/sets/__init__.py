"""Question sets that a form can start from: those that come with the portal, and the association's own."""
