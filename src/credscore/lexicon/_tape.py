# cython: wraparound=False
"""The tape: one character for every token of a text, found by a look-up in all lexicons at once.

A word of a lexicon stands there as its own character, another word as a shape letter (see
characters.py), a mark as itself. Plain loops, compiled where that can be (tape.pxd).
"""

from credscore.text import CAPITALS, NAME, NUMBER, OPENER, YEAR

KEPT, DATED, NAMED = 1, 2, 4
"""What becomes of a capitalised word of the lexicons within a sentence: it keeps its meaning, or
keeps it beside a number, or is a name even where every word has a capital; else it is a name."""

_KEPT, _DATED, _NAMED = KEPT, DATED, NAMED
_name, _capitals, _number, _year = ord(NAME), ord(CAPITALS), ord(NUMBER), ord(YEAR)
_ZERO, _THREE, _NINE, _PERCENT = map(ord, "039%")


def write(
    pieces: list[str], title_offsets: memoryview, body_offsets: memoryview, starts: memoryview,
    ends: memoryview, hashes: memoryview, words: memoryview, capitals: memoryview,
    shapes: memoryview, roles: memoryview, sentences: memoryview, title_starts: memoryview,
    body_starts: memoryview, body_ends: memoryview, slots: memoryview, known: memoryview,
    habits: memoryview, first: int, tape: memoryview,
) -> None:  # fmt: skip
    """Write the tape of a text; capitalised words inside a sentence are names.

    `slots` and `known` are the table of the vocabulary, `habits` says what becomes of each of its
    words, `first` is the tape character of number 1.
    """
    last = len(slots) - 1
    sentence, sentence_count = 0, len(sentences)
    for article in range(len(title_starts)):
        body = body_starts[article]
        loud = 0
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
            while number and known[number] != word_hash:
                slot = slot + 1 & last
                number = slots[slot]
            if not number:
                continue
            capital = capitals[token]
            tape[token] = first + 2 * (number - 1) + capital
            if not capital:
                continue
            habit = habits[number]
            if habit & _DATED:
                inside, offset = token >= body, title_offsets[article]
                if inside:
                    offset = body_offsets[article]
                piece = pieces[2 * article + inside]
                if _is_date(piece, offset, starts, ends, shapes, token - 1) or _is_date(
                    piece, offset, starts, ends, shapes, token + 1
                ):
                    continue
            elif habit & _KEPT:
                continue
            if not habit & _NAMED and (
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
    """A year, or a number that can be a day of a month: no share, at most two digits, up to 39."""
    if token < 0 or token >= len(shapes):
        return False
    if shapes[token] == _year:
        return True
    if shapes[token] != _number:
        return False
    digits = 0
    for place in range(starts[token], ends[token]):  # the rest is th, or invisible
        digits += _ZERO <= ord(piece[place - offset]) <= _NINE
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
