"""Texts written for this project, and ways to disturb them; tests and benchmarks share them."""
