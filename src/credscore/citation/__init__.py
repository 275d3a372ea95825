"""Finds the outlets, agencies, documents and posts that articles cite, and tells who cites whom."""

from credscore.citation.articles import CitingArticle, citing_articles
from credscore.citation.copies import copies_of, is_missing, originals, sketches
from credscore.citation.graph import CitationGraph, citation_graph
from credscore.citation.known_names import key_of
from credscore.citation.search import Citation, citations
