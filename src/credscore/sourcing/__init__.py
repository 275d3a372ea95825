"""Lists who said what: the attributions of a text as a table."""

from credscore.sourcing.statements import attributions, sourcing, span_of, summary
