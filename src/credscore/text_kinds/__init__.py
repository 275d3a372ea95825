"""Recognises by its form the kinds of text that the score is not made for."""

from credscore.text_kinds.kinds import kinds_of
