"""Whether articles are English, by their function words."""

from credscore.signals import Ints
from credscore.text_kinds.words import Words

MIN_FUNCTION_SHARE = 0.15
"""In English news about every third word is a function word."""
MIN_ENGLISH_SHARE = 0.04
"""Every fifth is one that hardly another language has, as "the" and "of"."""
_ENOUGH_WORDS = 25
"""With fewer words the second share is left to chance."""


def are_english(words: Words, sizes: Ints) -> list[bool]:
    """Whether enough words of each body, which has so many, are function words of English."""
    function, english = words.count("function"), words.count("english")
    own = (english >= MIN_ENGLISH_SHARE * sizes) | (sizes < _ENOUGH_WORDS)
    answers: list[bool] = (own & (function >= MIN_FUNCTION_SHARE * sizes) & (sizes > 0)).tolist()
    return answers
