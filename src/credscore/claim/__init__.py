"""What an article is about: its central claim, and which denials and sources concern it."""

from credscore.claim.central_claims import CentralClaims, find_claims
from credscore.claim.concern import (
    DenialSpans,
    concern_claims,
    have_unsourced_title,
    is_background,
    refer_back,
)
from credscore.claim.content_words import ContentWords
