"""What a fresh site begins with: its address, its first administrator, three pages to be completed."""
