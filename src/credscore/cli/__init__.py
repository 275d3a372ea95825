"""The command line."""

from credscore.cli.command_line import app, main
