"""Why something was found in a text, or was not. Slow, and never imported by scoring."""

from credscore.trace.records import as_lines
from credscore.trace.sentences import trace_text
