"""What people are asked to agree to, in full."""
