# cython: wraparound=False
"""Loops over a text: fold its characters, write its tape, mark its sentences and quotations.

They are compiled if a C compiler is at hand (_passes.pxd). `fold` has hardly a branch that depends
on the text, because wrongly predicted branches cost a processor the most time.
"""

from typing import Any

from credscore.text.arrays import Tokens
from credscore.text.characters import (
    ACRONYM,
    ALWAYS_NAME,
    ANY_CASE,
    ANYWHERE,
    BESIDE_NUMBER,
    BREAK,
    CAPITALS,
    CLOSER,
    DIGITS,
    FIRST_CODE,
    GOES_ON,
    IGNORED,
    KEEPS_MEANING,
    NAME,
    NUMBER,
    OPENER,
    QUOTES,
    ROLES,
    SPACE,
    STOP,
    UNLESS_OPENED,
    YEAR,
)

_FACTOR = 0x9E3779B97F4A7C15
_BITS = 0xFFFFFFFFFFFFFFFF
_FULL_STOP, _COMMA, _QUOTE, _OPENING, _CLOSING, _BRACKET, _SINGLE = map(ord, ".,\"“”)'")
_name, _capitals, _number, _year = ord(NAME), ord(CAPITALS), ord(NUMBER), ord(YEAR)
_ZERO, _THREE, _NINE, _PERCENT = map(ord, "039%")
LAST_BITS = 0xFFF
"""Of the hash of a word, those by which `likely` tells whether it may be one of the openers."""
_LAST_BITS = LAST_BITS
_SHOUTED = 4  # a line in capitals has at least this many of them before its last word
_DOT = "."


def fold(
    piece: str, offset: int, entries: memoryview, masks: memoryview, folded: memoryview,
    places: memoryview, edges: memoryview, hashes: memoryview,
) -> int:  # fmt: skip
    """Write class, folded letter and place of every visible character; return their number.

    The first entry is a border, a space at place `offset` - 1. `entries` and `masks` are those of
    characters.Tables. `edges` gets the start and the end of each run of letters and digits, last
    the number of characters; `hashes` gets the hash of a run at the index of its end. Both need
    room for two entries more than there are characters.
    """
    size, edge, mixed, last = 1, 0, 0, 0
    folded[0], places[0] = SPACE, offset - 1
    for place, character in enumerate(piece, offset):
        entry = entries[ord(character)]
        if entry & 255 == IGNORED:
            continue
        edges[edge], hashes[edge] = size, mixed
        mask, letter = masks[entry & 255], entry >> 8
        edge += (mask ^ last) & 1
        last = mask
        mixed = ((mixed << 5 | mixed >> 59) ^ letter * _FACTOR) & mask
        folded[size], places[size] = entry, place
        size += 1
    edges[edge], hashes[edge], edges[edge + 1] = size, mixed, size
    return size


def hash_of(folded: memoryview, start: int, end: int) -> int:
    """The 64-bit hash of a word: a cyclic polynomial (Cohen 1997)."""
    mixed = 0
    for at in range(start, end):
        letter = folded[at] >> 8
        mixed = ((mixed << 5 | mixed >> 59) ^ letter * _FACTOR) & _BITS
    return mixed


def write_codes(
    text: Any, slots: memoryview, word_hashes: memoryview, rules: memoryview, codes: memoryview
) -> None:
    """Write the tape of a text. `rules` tell how a word of the lexicons with a capital is read."""
    headings, bodies = text.headings, text.bodies
    roles, sentences = ROLES.data, text.sentence_starts.data
    starts, ends, shapes = text.starts.data, text.ends.data, text.shape_codes.data
    hashes, words, capitals = text.hashes.data, text.words.data, text.capital.data
    title_offsets, body_offsets = text.title_offsets.data, text.body_offsets.data
    title_starts, body_starts = text.title_starts.data, text.body_starts.data
    body_ends, last = text.body_ends.data, len(slots) - 1
    sentence, sentence_count = 0, len(sentences)
    for article in range(len(title_starts)):
        body, loud = body_starts[article], 0  # above 0 if most words of a title have capitals
        for token in range(title_starts[article], body):
            loud += 2 * capitals[token] - words[token]
        for token in range(title_starts[article] - 1, body_ends[article]):
            begins = sentence < sentence_count and sentences[sentence] == token
            if begins:
                sentence += 1
            codes[token] = shapes[token]
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
            codes[token] = FIRST_CODE + 2 * (number - 1) + capitals[token]
            if not capitals[token]:
                continue
            rule = rules[number]
            if rule & BESIDE_NUMBER:
                offset, piece = title_offsets[article], headings[article]
                if token >= body:
                    offset, piece = body_offsets[article], bodies[article]
                after = token + 1
                after += after < len(shapes) and shapes[after] == _FULL_STOP
                if _is_date(piece, offset, starts, ends, shapes, token - 1) or _is_date(
                    piece, offset, starts, ends, shapes, after
                ):
                    continue
            elif rule & KEEPS_MEANING:
                continue
            acronym = rule & ACRONYM and shapes[token] == _capitals
            if acronym and not _is_shouted(shapes, token):
                rule = ALWAYS_NAME  # "US officials", also at the beginning
            mark = shapes[token - 1]
            item = mark == _BRACKET or (mark == _FULL_STOP and shapes[token - 2] == _number)
            if not rule & ALWAYS_NAME and (
                begins
                or roles[mark] & OPENER
                or (item and sentences[sentence - 1] >= token - 3)  # "1) Officials"
                or (mark == _SINGLE and starts[token - 1] != ends[token - 2])
                or (mark == _SINGLE and roles[shapes[token - 2]] & BREAK)
                or (loud > 0 and token < body)
                or _is_shouted(shapes, token)
                or (shapes[token] == _capitals and ends[token] - starts[token] > 3)
            ):
                continue
            codes[token] = _capitals if acronym else _name


def _is_date(
    piece: str, offset: int, starts: memoryview, ends: memoryview, shapes: memoryview, token: int
) -> bool:
    """Whether a token is a year, or a number up to 39 (a day of a month), with no % behind it."""
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
    """Whether a word belongs to a run of three or more words in capitals."""
    run = 0
    for near in range(max(0, token - 2), min(len(shapes), token + 3)):
        run = run + 1 if shapes[near] == _capitals else 0
        if run >= 3:
            return True
        if near > token and run == 0:
            return False
    return False


def write_sentences(
    source: str, tokens: Tokens, roles: memoryview, abbreviations: dict[int, int],
    openers: dict[int, int], likely: bytearray, starts: memoryview,
) -> int:  # fmt: skip
    """Write the tokens that begin sentences (see sentences.py); return their number."""
    shapes, offsets, ends = tokens.shapes.data, tokens.starts.data, tokens.ends.data
    hashes, capitals = tokens.hashes.data, tokens.capitals.data
    count, closers, ended, broken = 0, 0, False, False
    for token in range(len(shapes)):
        role = roles[shapes[token]]
        if role & (STOP | BREAK):
            broken, ended, closers = bool(role & BREAK) or (broken and ended), True, 0
        elif not ended:
            if shapes[token] != _name:
                continue
            if not likely[hashes[token] & _LAST_BITS] and shapes[token - 1] != _capitals:
                continue
            if _begins_sentence(shapes, offsets, ends, hashes, capitals, roles, openers, token):
                starts[count] = token
                count += 1
        elif (
            (role & CLOSER or _joins(shapes, offsets, ends, capitals, roles, token))
            and closers < 2
            and offsets[token] == ends[token - 1]
            and not roles[shapes[token - 1]] & BREAK
        ):
            closers += 1
        else:
            ended = False
            first = starts[count - 1] if count else -1
            if broken or not _continues(
                source, shapes, offsets, ends, hashes, capitals, roles, abbreviations, openers,
                token, first,
            ):  # fmt: skip
                starts[count] = token
                count += 1
    return count


def _joins(
    shapes: memoryview, offsets: memoryview, ends: memoryview, capitals: memoryview,
    roles: memoryview, token: int,
) -> bool:  # fmt: skip
    """Whether a comma joins two paragraphs: "it sank.,The mayor"."""
    behind = token + 1
    if shapes[token] != _COMMA or behind == len(shapes) or offsets[behind] != ends[token]:
        return False
    if roles[shapes[behind]] & OPENER and behind + 1 < len(shapes):
        behind += 1
    return bool(capitals[behind]) and ends[behind] - offsets[behind] > 1


def _continues(
    source: str, shapes: memoryview, offsets: memoryview, ends: memoryview, hashes: memoryview,
    capitals: memoryview, roles: memoryview, abbreviations: dict[int, int],
    openers: dict[int, int], token: int, first: int,
) -> bool:  # fmt: skip
    """Whether the sentence that began at token `first` goes on at `token`, behind a full stop."""
    role, last, word = roles[shapes[token]], token - 1, token - 2
    if roles[shapes[last]] & BREAK:
        return False
    if role & GOES_ON:
        return not roles[shapes[word]] & BREAK
    if shapes[last] != _FULL_STOP or roles[shapes[word]] & BREAK or ends[word] < offsets[last]:
        return False
    size, start = ends[word] - offsets[word], offsets[word]
    if ends[last] == offsets[token] and ends[token] - offsets[token] == 1 and hashes[token]:
        return True  # Ph.D.
    if word == first and size < 3 and roles[shapes[word]] & DIGITS:
        return True  # the number of an item
    needed = abbreviations.get(hashes[word], -1)
    if needed >= 0 and not (needed & ANY_CASE or capitals[word]):
        needed = -1
    initial = size == 1 and (capitals[word] or source[start - 1] == _DOT)
    if initial or (size > 2 and capitals[word] and source[start + 1] == _DOT):
        needed = UNLESS_OPENED
    if needed < 0:
        return False
    if needed & UNLESS_OPENED:
        return not role & QUOTES and hashes[token] not in openers
    return not needed & DIGITS or bool(role & DIGITS)


def _begins_sentence(
    shapes: memoryview, offsets: memoryview, ends: memoryview, hashes: memoryview,
    capitals: memoryview, roles: memoryview, openers: dict[int, int], token: int,
) -> bool:  # fmt: skip
    """Whether a sentence begins at a capitalised word because the line before it had no stop."""
    last, following = token - 1, token + 1
    if shapes[last] == _capitals:
        first = last
        while first > 0 and shapes[first - 1] == _capitals:
            first -= 1
        if last - first >= _SHOUTED:
            return ends[token] - offsets[token] > 1
    if following >= len(shapes) or not (roles[shapes[following]] & GOES_ON and hashes[following]):
        return False
    opens = openers.get(hashes[token], -1)
    if opens <= 0 or not hashes[last]:  # a bracket, but not "(2)"
        return opens >= 0 and shapes[last] == _BRACKET and ends[last - 1] - offsets[last - 1] > 2
    if capitals[last] or roles[shapes[last]] & DIGITS:
        return opens == ANYWHERE
    return hashes[last] not in openers


def write_quotations(
    tokens: Tokens, roles: memoryview, borders: memoryview, bounds: memoryview
) -> int:
    """Write the first token and the end of every quotation; return twice their number.

    An open quotation ends with its paragraph, unless the next paragraph's first mark closes it.
    Every quotation ends at `borders`: where pieces of text begin, and where the text ends.
    """
    shapes, starts, ends = tokens.shapes.data, tokens.starts.data, tokens.ends.data
    count, is_open, opens, last, border = 0, False, False, len(shapes) - 1, 0
    for token in range(len(shapes)):
        shape, role = shapes[token], roles[shapes[token]]
        if not role & (BREAK | QUOTES):
            continue
        if role & BREAK:
            if starts[token] == borders[border]:
                opens = False
                border += 1
            else:
                opens = is_open and _is_closed_next(shapes, starts, ends, roles, token)
        elif shape in (_OPENING, _CLOSING):
            opens = shape == _OPENING
        else:
            joined = token > 0 and starts[token] == ends[token - 1]
            if not (joined and shapes[token - 1] == _QUOTE):
                before = not joined or roles[shapes[token - 1]] & (BREAK | OPENER) != 0
                after = token == last or starts[token + 1] > ends[token]
                after = after or roles[shapes[token + 1]] & BREAK != 0
                opens = before if before != after else not is_open
        if opens != is_open:
            bounds[count] = token if opens or role & BREAK else token + 1
            count += 1
            is_open = opens
        elif shape == _OPENING and opens and shapes[bounds[count - 1]] == _QUOTE:
            bounds[count - 1] = token  # the straight mark before it was a stray one
    if is_open:
        bounds[count] = len(shapes)
        count += 1
    return count


def _is_closed_next(
    shapes: memoryview, starts: memoryview, ends: memoryview, roles: memoryview, token: int
) -> bool:
    """Whether the first quotation mark of the next paragraph closes a quotation."""
    for at in range(token + 1, len(shapes)):
        role = roles[shapes[at]]
        if role & (BREAK | QUOTES) and shapes[at] != _QUOTE:
            return bool(shapes[at] == _CLOSING)
        if role & QUOTES:
            joined = starts[at] == ends[at - 1] and not roles[shapes[at - 1]] & (BREAK | OPENER)
            if at + 1 == len(shapes) or starts[at + 1] > ends[at]:
                return joined
            return joined and roles[shapes[at + 1]] & BREAK != 0
    return False
