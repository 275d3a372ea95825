"""Articles rolled up to their outlets, and to what a whole file says."""

from credscore.sources.overview import content, overview_of
from credscore.sources.ranking import score_source_file, score_sources
from credscore.sources.rollup import AGREEMENT
