"""Articles rolled up to their outlets."""

from credscore.sources.near_duplicates import SHARED, SKETCH, sketch
from credscore.sources.ranking import score_source_file, score_sources
from credscore.sources.shrinkage import Tally, moments, shrink

__all__ = [
    "SHARED",
    "SKETCH",
    "Tally",
    "moments",
    "score_source_file",
    "score_sources",
    "shrink",
    "sketch",
]
