"""What a file is, in which encoding, and the article that is in it."""

from credscore.documents.articles import article_of
from credscore.documents.encodings import codec_name, find_encoding
from credscore.documents.kinds import HEAD, kind_of
