"""Whether articles are English, by their function words."""

import numpy as np

from credscore.signals import Findings, Floats
from credscore.text_kinds.words import Words

MIN_FUNCTION_SHARE = 0.15
"""In English news about every third word is a function word."""
MIN_ENGLISH_SHARE = 0.04
"""Every fifth is one that hardly another language has, as "the" and "of"."""
SAMPLE = 300  # tokens
"""The first tokens of an article, by which its language is judged."""
SURE_ENGLISH_SHARE = 0.09
"""With so many the text is English, even if every word has a capital and may be a name."""
_ENOUGH_WORDS = 25
"""With fewer words the second share is left to chance."""


class Language:
    """The shares of function words among the first words of each article."""

    def __init__(self, findings: Findings, words: Words) -> None:
        reading, layout = findings.reading, findings.layout
        ends = np.minimum(layout.body_ends, layout.title_starts + SAMPLE)
        function, english, self.words = (
            tokens.searchsorted(ends) - tokens.searchsorted(layout.title_starts)
            for tokens in (
                reading.lexicon.function_words.take(reading.codes).nonzero()[0],
                words.of("english"),
                reading.text.words.nonzero()[0],
            )
        )
        self.function: Floats = function / np.maximum(self.words, 1)
        self.english: Floats = english / np.maximum(self.words, 1)

    def is_english(self) -> list[bool]:
        """Whether enough of the first words are function words of English."""
        own = (self.english >= MIN_ENGLISH_SHARE) | (self.words < _ENOUGH_WORDS)
        common = (self.function >= MIN_FUNCTION_SHARE) & own
        english: list[bool] = (common | (self.english >= SURE_ENGLISH_SHARE)).tolist()
        return english
