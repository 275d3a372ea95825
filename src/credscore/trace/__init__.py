"""Why something was found in a text, or was not. Slow, and never imported by scoring."""

from credscore.trace.lines import as_lines, as_object
from credscore.trace.sentences import Sentence, Trace, trace_text

__all__ = ["Sentence", "Trace", "as_lines", "as_object", "trace_text"]
