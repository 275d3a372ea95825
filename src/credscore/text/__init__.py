"""The caller's strings as tokens, sentences and quotations."""

from credscore.text.characters import (
    CAPITALS,
    ED,
    ING,
    LONGEST_WORD,
    LY,
    NAME,
    NUMBER,
    OPENER,
    PLAIN,
    PLURAL,
    ROLES,
    YEAR,
    tables,
)
from credscore.text.particles import PARTICLES
from credscore.text.sentences import find_runs
from credscore.text.text import MAX_CHARACTERS, Text, is_compiled
from credscore.text.word_hashes import hashes_of, inflections, slots_of, slotted
