"""Decides from the clause around a predicate whether it is a denial, and how far it reaches."""

from credscore.signals.denials.extent import extent_of, shown_start
from credscore.signals.denials.meaning import CUES, counts, is_quoted, is_spoken, is_verdict
from credscore.signals.denials.subjects import behind_border
