"""How forms are built: what editors should look at again, whose a form is, what it can start from, and the way in and out."""
