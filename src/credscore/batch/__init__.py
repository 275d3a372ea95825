"""A file of rows scored to its end."""

from credscore.batch.job import Options, run
