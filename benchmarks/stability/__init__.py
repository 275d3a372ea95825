"""What moves a score, what the tests reach, and how large the package is."""
