"""Articles rolled up to their outlets."""

from credscore.sources.ranking import score_source_file, score_sources
from credscore.sources.rollup import AGREEMENT, Article, RollUp
