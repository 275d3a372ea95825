"""Fuzzing of extraction, lexicons, models and tables: docs/assurance/fuzzing.md."""
