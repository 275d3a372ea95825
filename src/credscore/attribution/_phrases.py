# cython: wraparound=False
"""Noun phrases, and what stands between verb and subject, read to the left of a verb.

They are read on the reversed letters (letters.py) from a place on as far as they go, nothing at or
beyond `stop`: every end is exclusive, and a place of the string that is given. Each loop reads as
the regular expression in its docstring does (names in braces stand for the sets of letters.py),
which tests hold it to. Plain loops, compiled if a C compiler is at hand (_phrases.pxd).
"""

from credscore.attribution.letters import (
    ADVERBS,
    AUXILIARIES,
    COUNTS,
    DETERMINERS,
    HEADS,
    JOINTS,
    MODIFIERS,
    NAMES,
    PARTS,
    PREPOSITIONS,
)

_FEW = COUNTS + "am"
_BETWEEN = ADVERBS + AUXILIARIES
_OPENING = COUNTS + DETERMINERS


def head_before(back: str, at: int, stop: int) -> int:
    r"""The head of the noun phrase that ends at `at`, behind what stands in brackets; -1: none.

    (?:\)[^()]{1,8}\()?(?:\.(?=[{NAMES}])|")?([{HEADS}])
    """
    if _letter(back, at, stop) == ")":
        first = at + 1
        at, limit = first, min(stop, first + 9)
        while at < limit and back[at] not in "()":
            at += 1
        if at >= limit or at == first or back[at] != "(":
            return -1
        at += 1
    letter, following = _letter(back, at, stop), _letter(back, at + 1, stop)
    if letter == '"' or (letter == "." and following in NAMES):
        at += 1
        letter = following
    return at if letter in HEADS else -1


def start_before(back: str, at: int, stop: int) -> int:
    r"""Where the noun phrase ends, read to the left from the letter beside its head.

    (?:[{PARTS}{JOINTS}]|\.(?=[{NAMES}])|"(?=[di])|"[{PARTS}]"(?=[{COUNTS}{DETERMINERS}])|&(?=[msXUP])|0\.X)*
    [{COUNTS}]*[{DETERMINERS}]{0,2}
    (?:o[{COUNTS}][{COUNTS}am]{0,3})?
    """
    while at < stop:
        letter = back[at]
        if letter not in PARTS and letter not in JOINTS:
            following, third = _letter(back, at + 1, stop), _letter(back, at + 2, stop)
            quoted = letter == third == '"' and following in PARTS  # "a “free” agent"
            if quoted and _letter(back, at + 3, stop) in _OPENING:
                at += 2
            elif letter == "0" and following == "." and third == "X":
                at += 2  # "No. 10"
            elif not (
                (letter == "." and following in NAMES)
                or (letter == '"' and following in "di")
                or (letter == "&" and following in "msXUP")
            ):
                break
        at += 1
    at = _before_determiner(back, at, stop)
    if _letter(back, at, stop) == "o" and _letter(back, at + 1, stop) in COUNTS:  # "two of the"
        at = _behind(back, at + 2, min(stop, at + 5), _FEW)
    return at


def _letter(back: str, at: int, stop: int) -> str:
    return back[at] if at < stop else "\0"


def _behind(back: str, at: int, stop: int, letters: str) -> int:
    while at < stop and back[at] in letters:
        at += 1
    return at


def _before_determiner(back: str, at: int, stop: int) -> int:
    at = _behind(back, at, stop, COUNTS)
    return _behind(back, at, min(stop, at + 2), DETERMINERS)


def phrase_before(back: str, at: int, stop: int) -> int:
    r"""The end, read to the left, of any noun phrase that ends at `at`; -1 if there is none.

    [nq](?=p)|[{COUNTS}](?=o)|"?(?:[{PARTS}]|V(?=[{DETERMINERS}]))
    (?:[{PARTS}0{JOINTS}]|\.(?=[{NAMES}])|&(?=[{PARTS}]))*[{COUNTS}]*[{DETERMINERS}]{0,2}
    """
    letter, following = _letter(back, at, stop), _letter(back, at + 1, stop)
    if (letter in "nq" and following == "p") or (letter in COUNTS and following == "o"):
        return at + 1  # "with him", "of three"
    if letter == '"':
        at += 1
        letter, following = following, _letter(back, at + 1, stop)
    if letter not in PARTS and (letter != "V" or following not in DETERMINERS):
        return -1
    at += 1
    while at < stop:
        letter, following = back[at], _letter(back, at + 1, stop)
        if letter not in PARTS and letter not in JOINTS and letter != "0":
            name = letter == "." and following in NAMES
            if not name and (letter != "&" or following not in PARTS):
                break
        at += 1
    return _before_determiner(back, at, stop)


def link_before(back: str, at: int, stop: int) -> int:
    """The end, read to the left, of the preposition that joins two noun phrases; -1: none.

    [{PREPOSITIONS}]{1,2}+(?:[{MODIFIERS}]{1,2}+(?![{COUNTS}{DETERMINERS}]))?(?:p[{MODIFIERS}]?)?
    """
    first = _behind(back, at, min(stop, at + 2), PREPOSITIONS)
    if first == at:
        return -1
    end = _behind(back, first, min(stop, first + 2), MODIFIERS)
    if _letter(back, end, stop) in _OPENING:
        return first  # "a town in Harrow", of which "town" is the noun
    if _letter(back, end, stop) == "p":
        end = _behind(back, end + 1, min(stop, end + 2), MODIFIERS)
    return end


def gap_end(back: str, at: int, stop: int) -> int:
    """The end of what stands between a verb and its subject: adverbs, auxiliaries, days.

    (?:[{ADVERBS}{AUXILIARIES}]|"(?=h)|M[pm]{0,2})*
    """
    while at < stop:
        if back[at] == "M":
            at = _behind(back, at + 1, min(stop, at + 3), "pm")
        elif back[at] in _BETWEEN or (back[at] == '"' and _letter(back, at + 1, stop) == "h"):
            at += 1  # "officials have “suggested"
        else:
            break
    return at


def clause_before(back: str, at: int, stop: int) -> int:
    r"""The end, read to the left, of "who" or "that" with its verb, up to nine letters on, or -1.

    Nothing of a sentence's subject stands between, nor a mark that parts clauses.

    (?![{NAMES}]+&[^{NAMES}])(?:[^,"\n&pdqioctw][^,"\n]{0,8}?)?[VHsbhyea][wt](?=[^V])
    """
    place = _behind(back, at, stop, NAMES)
    if place > at and place + 1 < stop and back[place] == "&" and back[place + 1] not in NAMES:
        return -1  # "who left and Maria Keller said"
    if at < stop and back[at] not in ',"\n&pdqioctw':
        place, limit = at + 1, min(stop - 2, at + 10)
        while place < limit:
            if _relates(back, place, stop):
                return place + 2
            if back[place] in ',"\n':
                break
            place += 1
    return at + 2 if _relates(back, at, stop) else -1


def _relates(back: str, at: int, stop: int) -> bool:
    if at + 2 >= stop or back[at + 2] == "V":
        return False
    return back[at] in "VHsbhyea" and back[at + 1] in "wt"
