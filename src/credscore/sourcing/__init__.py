"""Who said what: attribution as a table."""

from credscore.sourcing.statements import attributions, is_in_title, sourcing, span_of, summary
