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


def head_before(back: str, at: int, stop: int) -> int:
    r"""The head of the noun phrase that ends at `at`, behind what stands in brackets; -1: none.

    (?:\)[^()]{1,8}\()?(?:\.(?=[{NAMES}])|")?([{HEADS}])
    """
    if at < stop and back[at] == ")":
        first = at + 1
        at = first
        limit = min(stop, first + 9)
        while at < limit and back[at] not in "()":
            at += 1
        if at >= limit or at == first or back[at] != "(":
            return -1
        at += 1
    if at + 1 < stop and (back[at] == '"' or (back[at] == "." and back[at + 1] in NAMES)):
        at += 1
    return at if at < stop and back[at] in HEADS else -1


def start_before(back: str, at: int, stop: int) -> int:
    r"""Where the noun phrase ends, read to the left from the letter beside its head.

    (?:[{PARTS}{JOINTS}]|\.(?=[{NAMES}])|"(?=[di])|"[{PARTS}]"(?=[{COUNTS}{DETERMINERS}])|&(?=[msXUP])|0\.X)*
    [{COUNTS}]*[{DETERMINERS}]{0,2}
    (?:o[{COUNTS}][{COUNTS}am]{0,3})?
    """
    while at < stop:
        letter = back[at]
        if letter not in PARTS and letter not in JOINTS:
            following = _letter(back, at + 1, stop)
            if not (
                (letter == "." and following in NAMES)
                or (letter == '"' and following in "di")
                or (letter == "&" and following in "msXUP")
            ):
                third = _letter(back, at + 2, stop)
                quoted = letter == third == '"' and following in PARTS  # "a “free” agent"
                if quoted:
                    beyond = _letter(back, at + 3, stop)
                    quoted = beyond in COUNTS or beyond in DETERMINERS
                if not quoted and (letter != "0" or following != "." or third != "X"):
                    break
                at += 2  # "No. 10"
        at += 1
    at = _before_determiner(back, at, stop)
    if at + 1 < stop and back[at] == "o" and back[at + 1] in COUNTS:  # "two of the"
        at += 2
        limit = min(stop, at + 3)
        while at < limit and (back[at] in COUNTS or back[at] in "am"):
            at += 1
    return at


def _letter(back: str, at: int, stop: int) -> str:
    return back[at] if at < stop else "\0"


def _before_determiner(back: str, at: int, stop: int) -> int:
    while at < stop and back[at] in COUNTS:
        at += 1
    limit = min(stop, at + 2)
    while at < limit and back[at] in DETERMINERS:
        at += 1
    return at


def phrase_before(back: str, at: int, stop: int) -> int:
    r"""The end, read to the left, of any noun phrase that ends at `at`; -1 if there is none.

    [nq](?=p)|[{COUNTS}](?=o)|"?(?:[{PARTS}]|V(?=[{DETERMINERS}]))
    (?:[{PARTS}0{JOINTS}]|\.(?=[{NAMES}])|&(?=[{PARTS}]))*[{COUNTS}]*[{DETERMINERS}]{0,2}
    """
    if at + 1 < stop and back[at] in "nq" and back[at + 1] == "p":  # "with him"
        return at + 1
    if at + 1 < stop and back[at] in COUNTS and back[at + 1] == "o":  # "of three"
        return at + 1
    if at < stop and back[at] == '"':
        at += 1
    if at >= stop:
        return -1
    if back[at] not in PARTS and not (
        back[at] == "V" and at + 1 < stop and back[at + 1] in DETERMINERS
    ):
        return -1
    at += 1
    while at < stop:
        letter = back[at]
        if letter not in PARTS and letter not in JOINTS and letter != "0":
            following = _letter(back, at + 1, stop)
            if not (
                (letter == "." and following in NAMES) or (letter == "&" and following in PARTS)
            ):
                break
        at += 1
    return _before_determiner(back, at, stop)


def link_before(back: str, at: int, stop: int) -> int:
    """The end, read to the left, of the preposition that joins two noun phrases; -1: none.

    [{PREPOSITIONS}]{1,2}[{MODIFIERS}]{0,2}(?:p[{MODIFIERS}]?)?
    """
    first = at
    limit = min(stop, at + 2)
    while at < limit and back[at] in PREPOSITIONS:
        at += 1
    if at == first:
        return -1
    limit = min(stop, at + 2)
    while at < limit and back[at] in MODIFIERS:
        at += 1
    if at < stop and back[at] == "p":
        at += 1
        if at < stop and back[at] in MODIFIERS:
            at += 1
    return at


def gap_end(back: str, at: int, stop: int) -> int:
    """The end of what stands between a verb and its subject: adverbs, auxiliaries, days.

    (?:[{ADVERBS}{AUXILIARIES}]|"(?=h)|M[pm]{0,2})*
    """
    while at < stop:
        if back[at] in ADVERBS or back[at] in AUXILIARIES:
            at += 1
        elif back[at] == '"' and _letter(back, at + 1, stop) == "h":
            at += 1  # "officials have “suggested"
        elif back[at] == "M":
            at += 1
            limit = min(stop, at + 2)
            while at < limit and back[at] in "pm":
                at += 1
        else:
            break
    return at


def clause_before(back: str, at: int, stop: int) -> int:
    r"""The end, read to the left, of "who" or "that" with its verb, up to nine letters on, or -1.

    Nothing of a sentence's subject stands between, nor a mark that parts clauses.

    (?![{NAMES}]+&[^{NAMES}])(?:[^,"\n&pdqioctw][^,"\n]{0,8}?)?[VHsbhyea][wt](?=[^V])
    """
    place = at
    while place < stop and back[place] in NAMES:
        place += 1
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
