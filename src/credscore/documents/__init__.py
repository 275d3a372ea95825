"""What a file is, in which encoding, and the article that is in it."""

from credscore.documents.articles import article_of
from credscore.documents.kinds import HEAD, codec_name, find_encoding, kind_of
