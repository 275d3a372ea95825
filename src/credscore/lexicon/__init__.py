"""The word lists and rules of the lexicons, and the cues that they find in a text."""

from credscore.lexicon.files import read as read_lexicon_file
from credscore.lexicon.lexicon import Lexicon, shipped
from credscore.lexicon.phrases import Phrases
from credscore.lexicon.tape import Cues, Tape, write_tape
