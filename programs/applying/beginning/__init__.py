"""How a draft begins: with a form that was opened, or by an invitation."""
