"""What happens to a file before anybody keeps it: how much of it is read, what is in it, whether a scanner knows it."""
