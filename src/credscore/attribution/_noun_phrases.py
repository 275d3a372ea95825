# cython: wraparound=False
"""Noun phrases in coarse letters (coarse.py), read from a place on as far as they go.

To the left of a verb they are read on the reversed letters, so that every place is a place of the
string that is given, and every end is exclusive. Nothing beyond `stop` is looked at. Plain loops,
compiled where that can be (phrases.pxd).
"""


def spell(codes: memoryview, table: memoryview, letters: memoryview) -> None:
    """Write the letter of each character of a tape, and the same backwards, shape (2, tokens)."""
    last = len(codes) - 1
    for at in range(len(codes)):
        letter = table[codes[at]]
        letters[0, at], letters[1, last - at] = letter, letter


def is_head(letter: str) -> bool:
    """Whether a letter can be the head of a source noun phrase."""
    return letter in "XURPCHLTIOSQs"


def _is_part(letter: str) -> bool:
    return letter in "mesaXURPCHLTIOSQ"


def _is_name(letter: str) -> bool:
    return letter in "XU"


def head_before(back: str, at: int, stop: int) -> int:
    """The head of the noun phrase that ends at `at`, behind what stands in brackets; -1: none."""
    if at < stop and back[at] == ")":
        first = at + 1
        at = first
        limit = min(stop, first + 9)
        while at < limit and back[at] not in "()":
            at += 1
        if at >= limit or at == first or back[at] != "(":
            return -1
        at += 1
    if at + 1 < stop and (back[at] == '"' or (back[at] == "." and _is_name(back[at + 1]))):
        at += 1
    return at if at < stop and is_head(back[at]) else -1


def start_before(back: str, head: int, stop: int) -> int:
    """Where the noun phrase ends, read to the left from its head."""
    at = head + 1
    while at < stop:
        letter = back[at]
        if not (_is_part(letter) or letter in "'g-"):
            following = back[at + 1] if at + 1 < stop else "\0"
            if not (
                (letter == "." and _is_name(following))
                or (letter == '"' and following in "di")
                or (letter == "&" and following in "msXP")
            ):
                break
        at += 1
    at = _before_determiner(back, at, stop)
    if at + 1 < stop and back[at] == "o" and back[at + 1] in "i0":  # "two of the"
        at += 2
        limit = min(stop, at + 3)
        while at < limit and back[at] in "i0am":
            at += 1
    return at


def _before_determiner(back: str, at: int, stop: int) -> int:
    while at < stop and back[at] in "i0":
        at += 1
    limit = min(stop, at + 2)
    while at < limit and back[at] in "dq":
        at += 1
    return at


def phrase_before(back: str, at: int, stop: int) -> int:
    """The end, read to the left, of any noun phrase that ends at `at`; -1 where there is none."""
    if at + 1 < stop and back[at] in "nq" and back[at + 1] == "p":  # "with him"
        return at + 1
    if at < stop and back[at] == '"':
        at += 1
    if at >= stop:
        return -1
    if not (_is_part(back[at]) or (back[at] == "V" and at + 1 < stop and back[at + 1] in "qd")):
        return -1
    at += 1
    while at < stop:
        letter = back[at]
        if not (_is_part(letter) or letter in "0'g-"):
            following = back[at + 1] if at + 1 < stop else "\0"
            if not (
                (letter == "." and _is_name(following)) or (letter == "&" and _is_part(following))
            ):
                break
        at += 1
    return _before_determiner(back, at, stop)


def link_before(back: str, at: int, stop: int) -> int:
    """The end, read to the left, of the preposition that joins two noun phrases; -1: none."""
    first = at
    limit = min(stop, at + 2)
    while at < limit and back[at] in "op":
        at += 1
    if at == first:
        return -1
    limit = min(stop, at + 2)
    while at < limit and back[at] in "ayem":
        at += 1
    if at < stop and back[at] == "p":
        at += 1
        if at < stop and back[at] in "ayem":
            at += 1
    return at


def head_after(letters: str, at: int, stop: int) -> int:
    """The head of the noun phrase that begins at `at`; -1 where there is none."""
    if at < stop and letters[at] in "i0":  # "two of the"
        of = at + 1
        limit = min(stop, of + 4)
        while of < limit and letters[of] in "i0am":
            of += 1
        if of < limit and letters[of] == "o":
            at = of + 1
    limit = min(stop, at + 2)
    while at < limit and letters[at] in "diqt":
        at += 1
    limit = min(stop, at + 3)
    while at < limit and letters[at] in "i0":
        at += 1
    if at < stop and letters[at] == '"':
        at += 1
    head = -1
    while at < stop:
        letter = letters[at]
        if is_head(letter):
            head = at
        elif not (_is_part(letter) or letter in "g'-") and (
            letter not in ".&" or at + 1 >= stop or not _is_part(letters[at + 1])
        ):
            break
        at += 1
    return head


def modified_end(letters: str, at: int, stop: int) -> int:
    """The end of what modifies the noun phrase that ends at `at`: "of the firm", "who left"."""
    if at < stop and letters[at] == '"':
        at += 1
    end = -1
    while end != at:
        end = at
        at = _relative_end(letters, _attribute_end(letters, at, stop), stop)
    return at


def _attribute_end(letters: str, begin: int, stop: int) -> int:
    at = begin
    limit = min(stop, at + 2)
    while at < limit and letters[at] in "ayem":
        at += 1
    first = at
    limit = min(stop, at + 2)
    while at < limit and letters[at] in "op":
        at += 1
    if at == first:
        return begin
    if at < stop and letters[at] in "diq":
        at += 1
    first = at
    while at < stop:
        letter = letters[at]
        if not (_is_part(letter) or letter in "0'g-") and (
            letter != "." or at + 1 >= stop or not _is_name(letters[at + 1])
        ):
            break
        at += 1
    return at if at > first else begin


def _relative_end(letters: str, begin: int, stop: int) -> int:
    at = begin
    if at < stop and letters[at] == ",":
        at += 1
    if at >= stop or letters[at] != "w":
        return begin
    at += 1
    first = at
    limit = min(stop, at + 14)
    while at < limit and letters[at] not in ',.;:"\n':
        at += 1
    return at if at > first else begin


def begins_clause(letters: str, at: int, end: int) -> bool:
    """Whether letters before "by" give its agent to another verb."""
    while at < end and letters[at] not in "nVeb":
        at += 1
    return at < end
