"""Sums articles up by outlet, and sums up a whole file."""

from credscore.sources.overview import content, overview_of
from credscore.sources.ranking import score_source_file, score_sources
from credscore.sources.rollup import AGREEMENT
