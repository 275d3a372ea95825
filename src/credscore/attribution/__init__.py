"""Finds who is said to have said what."""

from credscore.attribution._source_names import UNASSERTED
from credscore.attribution._source_phrases import WINDOW
from credscore.attribution._source_search import DEFINITE, Sources
from credscore.attribution._words import Source
from credscore.attribution.attributions import STANCES, find_attributions, phrases_of, sourced
from credscore.attribution.clauses import clause_end
from credscore.attribution.telling import StatementFilter
from credscore.attribution.word_traits import trait_names
