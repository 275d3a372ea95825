"""Recognises what a file is and its encoding, and reads the article in it."""

from credscore.documents.articles import article_of
from credscore.documents.encodings import encoding_of
from credscore.documents.kinds import HEAD, kind_of
