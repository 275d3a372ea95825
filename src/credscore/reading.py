"""A Reading is all that an extractor is given: the text, its tape, its cues, its attributions."""

import bisect
from functools import cached_property

from credscore import lexicon as lexicons
from credscore.attribution import Attribution, find_attributions
from credscore.cues import Cue, find_cues, write_tape
from credscore.errors import InputError
from credscore.lexicon import Lexicon
from credscore.text import Text


class Reading:
    """A text read once. Positions are token indexes; the title's tokens come first.

    Parameters
    ----------
    text, title
        The caller's strings.

    Raises
    ------
    InputError
        Where the text or the title is not a string.
    """

    def __init__(self, text: str, title: str | None = None) -> None:
        require_text("text", text)
        if title is not None:
            require_text("title", title)
        self.lexicon: Lexicon = lexicons.shipped()
        self.text = Text(text, title)
        self.tape = write_tape(self.text, self.lexicon)
        self._cues = find_cues(self.tape, self.text, self.lexicon)

    def cues(self, signal: str) -> list[Cue]:
        """The cues of a signal's lexicon, in text order."""
        return self._cues.get(signal, [])

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who is said to have said what; found once, read by several extractors."""
        return find_attributions(self.tape, self.text, self.cues("attribution"), self.lexicon)

    @cached_property
    def _quotation_bounds(self) -> list[int]:
        return [bound for span in self.text.quotations for bound in span]

    def in_quote(self, position: int) -> bool:
        """Whether a token stands inside quotation marks."""
        return bisect.bisect_right(self._quotation_bounds, position) % 2 == 1

    def sentence(self, position: int) -> tuple[int, int]:
        """The first token of the sentence of `position`, and the one after its last."""
        starts = self.text.sentence_starts
        following = bisect.bisect_right(starts, position)
        end = starts[following] if following < len(starts) else len(self.text)
        return starts[following - 1], end


def require_text(name: str, value: object) -> None:
    """Raise InputError where `value` is no string."""
    if not isinstance(value, str):
        hint = " Decode bytes first." if isinstance(value, bytes | bytearray) else ""
        raise InputError(f"{name} must be a str, got {type(value).__name__}.{hint}")
