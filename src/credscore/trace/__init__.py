"""Tells why something was found in a text, or was not. It is slow; scoring never imports it."""

from credscore.trace.records import as_lines
from credscore.trace.sentences import trace_text
