"""What benchmarks/forms.py does to applying: walks, races, malformed requests, and its speed."""
