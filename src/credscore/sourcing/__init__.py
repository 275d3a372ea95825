"""Who said what: attribution as a table."""

from credscore.sourcing.statements import attributions, sourcing, span_of, summary
