"""Decides from the clause around a predicate whether it is a denial, and how far it reaches."""

from credscore.signals.denials.extent import evidence_start, extent_of
from credscore.signals.denials.meaning import CUES, is_denial, is_quoted, is_spoken, is_verdict
from credscore.signals.denials.subjects import last_clause_start
