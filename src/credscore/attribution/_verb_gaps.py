# cython: wraparound=False
"""What stands between a verb and its subject, in coarse letters (coarse.py) read backwards.

Plain loops, compiled where that can be (gaps.pxd), over the letters from a place on, none at or
beyond `stop`. Every end is exclusive.
"""


def gap_end(back: str, at: int, stop: int) -> int:
    """The end of what stands between a verb and its subject: adverbs, auxiliaries, days."""
    while at < stop:
        if back[at] in "yhb":
            at += 1
        elif back[at] == "M":
            at += 1
            limit = min(stop, at + 2)
            while at < limit and back[at] in "pm":
                at += 1
        else:
            break
    return at


def clause_before(back: str, at: int, stop: int) -> int:
    """The end, read to the left, of "who" or "that" with its verb, up to nine letters on; -1: none.

    Nothing of a sentence's subject stands between, nor a mark that parts clauses.
    """
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


def aside_end(back: str, at: int, stop: int) -> int:
    """The second of two commas or dashes, of which the first is at `at`; -1 where there is none."""
    mark, end, limit = back[at], at + 1, min(stop, at + 22)
    if mark not in ",-":
        return -1
    while end < limit and back[end] != mark and back[end] not in '"\n':
        end += 1
    return end if at + 1 < end < limit and back[end] == mark else -1


def infinitive_end(back: str, at: int, stop: int) -> int:
    """The end of what stands between an infinitive and its subject: "continued to"; -1: none."""
    limit = min(stop, at + 2)
    while at < limit and back[at] in "yb":
        at += 1
    if at >= stop or back[at] != "p":
        return -1
    at += 1
    if at < stop and back[at] == "P":
        return at
    after, limit = at, min(stop, at + 2)
    while after < limit and back[after] == "y":
        after += 1
    if after < stop and back[after] in "aeVm":
        after += 1
        every = after < stop and back[after] == "i"
        end = _auxiliaries_end(back, after + every, stop)
        if end >= 0 or every:
            return end if end >= 0 else after
    if at < stop and back[at] == "y":
        at += 1
        if at < stop and back[at] == "i":
            at += 1
        if at < stop and back[at] in "bh":
            return _auxiliaries_end(back, at, stop)
    return -1


def _auxiliaries_end(back: str, at: int, stop: int) -> int:
    limit = min(stop, at + 4)
    while at < limit and back[at] in "yhb":
        at += 1
    return at if at < stop and back[at] in 'XURPCsi.)"' else -1
