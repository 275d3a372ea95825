"""Scores every row of a file, and can continue after an interruption."""

from credscore.batch.job import Options, run
