"""What benchmarks/peers.py compares: what it makes, and how a row is measured."""
