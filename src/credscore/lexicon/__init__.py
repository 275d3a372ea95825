"""What the lexicons know, and what they find on a text."""

from credscore.lexicon.cues import Cues, Tape, find_cues, write_tape
from credscore.lexicon.lexicon import Lexicon, shipped

__all__ = ["Cues", "Lexicon", "Tape", "find_cues", "shipped", "write_tape"]
