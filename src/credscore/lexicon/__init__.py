"""What the lexicons know, and what they find on a text."""

from credscore.lexicon.cues import Cues, Tape, find_cues, write_tape
from credscore.lexicon.lexicon import Lexicon, shipped
from credscore.lexicon.vocabulary import FIRST_CODE

__all__ = ["FIRST_CODE", "Cues", "Lexicon", "Tape", "find_cues", "shipped", "write_tape"]
