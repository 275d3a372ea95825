# cython: wraparound=False
"""Writes the tape of a text (tape.py): every word is looked up in all lexicons at once.

Plain loops, compiled if a C compiler is at hand (_tape.pxd).
"""

from credscore.lexicon.lexicon import ALWAYS_NAME, BESIDE_NUMBER, KEEPS_MEANING, Lexicon
from credscore.lexicon.vocabulary import FIRST_CODE
from credscore.text import CAPITALS, NAME, NUMBER, OPENER, ROLES, YEAR, Text

_KEEPS_MEANING, _BESIDE_NUMBER, _ALWAYS_NAME = KEEPS_MEANING, BESIDE_NUMBER, ALWAYS_NAME
_FIRST_CODE = FIRST_CODE
_name, _capitals, _number, _year = ord(NAME), ord(CAPITALS), ord(NUMBER), ord(YEAR)
_ZERO, _THREE, _NINE, _PERCENT, _point = map(ord, "039%.")


def write(text: Text, lexicon: Lexicon, tape: memoryview) -> None:
    """Write the tape of a text; capitalised words inside a sentence are names."""
    pieces, bodies = text.pieces, text.bodies
    roles, sentences = ROLES.data, text.sentence_starts.data
    starts, ends, shapes = text.starts.data, text.ends.data, text.shape_codes.data
    hashes, words, capitals = text.hashes.data, text.words.data, text.capital.data
    title_offsets, body_offsets = text.title_offsets.data, text.body_offsets.data
    title_starts, body_starts = text.title_starts.data, text.body_starts.data
    body_ends, rules = text.body_ends.data, lexicon.when_capitalised.data
    slots, word_hashes = lexicon.vocabulary.slots.data, lexicon.vocabulary.hashes.data
    last = len(slots) - 1
    sentence, sentence_count = 0, len(sentences)
    for article in range(len(title_starts)):
        body = body_starts[article]
        loud = 0  # above 0 if most words of the title have a capital
        for token in range(title_starts[article], body):
            loud += 2 * capitals[token] - words[token]
        for token in range(title_starts[article] - 1, body_ends[article]):
            begins = sentence < sentence_count and sentences[sentence] == token
            if begins:
                sentence += 1
            tape[token] = shapes[token]
            if not words[token]:
                continue
            word_hash = hashes[token]
            slot = word_hash >> 32 & last
            number = slots[slot]
            while number and word_hashes[number] != word_hash:
                slot = slot + 1 & last
                number = slots[slot]
            if not number:
                continue
            capital = capitals[token]
            tape[token] = _FIRST_CODE + 2 * (number - 1) + capital
            if not capital:
                continue
            rule = rules[number]
            if rule & _BESIDE_NUMBER:
                offset, piece = title_offsets[article], pieces[2 * article]
                if token >= body:
                    offset, piece = body_offsets[article], bodies[article]
                after = token + 1
                if after < len(shapes) and shapes[after] == _point:
                    after += 1
                if _is_date(piece, offset, starts, ends, shapes, token - 1) or _is_date(
                    piece, offset, starts, ends, shapes, after
                ):
                    continue
            elif rule & _KEEPS_MEANING:
                continue
            if not rule & _ALWAYS_NAME and (
                begins
                or roles[shapes[token - 1]] & OPENER
                or (loud > 0 and token < body)
                or _is_shouted(shapes, token)
                or (shapes[token] == _capitals and ends[token] - starts[token] > 3)
            ):
                continue
            tape[token] = _name


def _is_date(
    piece: str, offset: int, starts: memoryview, ends: memoryview, shapes: memoryview, token: int
) -> bool:
    """Whether a token is a year, or a number up to 39, as a day of a month, without a % behind."""
    if token < 0 or token >= len(shapes):
        return False
    if shapes[token] == _year:
        return True
    if shapes[token] != _number:
        return False
    digits = 0
    for at in range(starts[token], ends[token]):  # the rest is th, or invisible
        digits += _ZERO <= ord(piece[at - offset]) <= _NINE
    if digits > 2 or (digits == 2 and ord(piece[starts[token] - offset]) > _THREE):
        return False
    return token + 1 == len(shapes) or shapes[token + 1] != _PERCENT


def _is_shouted(shapes: memoryview, token: int) -> bool:
    """Whether a word stands in a run of three or more words in capitals."""
    run = 0
    for near in range(max(0, token - 2), min(len(shapes), token + 3)):
        run = run + 1 if shapes[near] == _capitals else 0
        if run >= 3:
            return True
        if near > token and run == 0:
            return False
    return False
