"""What an article is about: its central claim, and which denials and sources concern it."""

from credscore.claim.central_claims import CentralClaims, find_claims
from credscore.claim.concern import Denials, are_untold, concern_claims, is_background, refer_back
from credscore.claim.content_words import ContentWords
