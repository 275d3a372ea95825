"""Splits the caller's strings into tokens, sentences and quotations."""

from credscore.text._passes import write_codes
from credscore.text.arrays import Bools, Floats, Ints
from credscore.text.characters import (
    ACRONYM,
    ALWAYS_NAME,
    BESIDE_NUMBER,
    CAPITALS,
    ED,
    FIRST_CODE,
    ING,
    KEEPS_MEANING,
    LONGEST_WORD,
    LY,
    NAME,
    NUMBER,
    PLAIN,
    PLURAL,
    SHAPE_LETTERS,
    SHAPES,
    YEAR,
    tables,
    unseen_places,
    visible,
)
from credscore.text.headlines import worded
from credscore.text.openings import end_of_dateline
from credscore.text.page_lines import PICTURE, is_page_line
from credscore.text.text import BORDER, MAX_CHARACTERS, PARTICLES, Text, is_compiled, read_part
from credscore.text.toml_tables import PAGE_FORMS, Forms, read_table
from credscore.text.word_hashes import WordTable, hashes_of, inflections
