"""Finds names of unknown outlets by how they are written or where they stand."""

import re
from collections.abc import Iterable, Iterator

import numpy as np

from credscore.citation.surroundings import DASHES, QUOTES, Surroundings, words
from credscore.text import CAPITALS, NAME

_HEAD = 40  # tokens at the beginning of a text in which a dateline stands
_FIRST = 6  # those in which the name of an agency in brackets needs no dash
_LONGEST = 4  # tokens of such a name
_ABBREVIATION = 5  # letters of the longest
_SHORT, _NAMES = 3, NAME + CAPITALS
_STATION = re.compile(
    r"(?!WWI)[KW][A-Z]{3}(?:-?TV)?(?:-\d+)?|[A-Z]{2,}TV\d*|The[A-Z]\w+"
    r"|\w+[a-z](?:News|Post|Times|Daily|Online|Life|Today|Report|Press|Mail|TV|Wire|World|Buzz"
    r"|Insider|Rumors|Mac|Politics|Pundit|Crunch|Gossip|Beast|Watch|Star|Mirror)"
)
"""A call sign of the United States, or words in one: TheCable, LorwickLife."""
_JOINED = re.compile(
    r"(?!Mac|Mc|De|Di|Du|La|Le|Fitz|Van|Von|Mon|Saint)[A-Z][a-z]{2,}[A-Z][a-z]+\w*"
)
"""Words in one that are an outlet where something was told to it: "told LorwickLook"."""


def stations(around: Surroundings) -> Iterator[tuple[int, int]]:
    """Call signs beside words that cite, and names in capitals behind "told".

    An institution has an article there: "told KQV-TV" and "told DNA", but "told the FBI".
    """
    text, shapes, telling = around.text, around.shapes, words("told", "tells")
    places = {at for at in around.before if shapes[at] in _NAMES}
    places |= {at - 1 for at in around.after if shapes[at - 1] in _NAMES}
    for at in sorted(places):
        if CAPITALS in (shapes[at - 1], shapes[at + 1]):
            continue  # a headline
        word = text.source[text.starts[at] : text.ends[at]]
        is_name = _JOINED.fullmatch(word) or (shapes[at] == CAPITALS and len(word) >= _SHORT)
        if (is_name and around.tape[at - 1] in telling) or _STATION.fullmatch(word):
            yield at, at + 1


def titles(around: Surroundings) -> Iterator[tuple[int, int]]:
    """Titles of programmes or works behind words that cite: "told The Open Door"."""
    tape, names = around.tape, around.name + words("<outlet_word>")
    for at in sorted(around.before):
        end = at + 1
        while end <= at + _LONGEST and tape[end] in names:
            end += 1
        is_quoted = tape[at] in QUOTES and tape[end] in QUOTES
        is_headline = around.capital[at - 1] and around.capital[at - 2]
        is_title = tape[at] in around.articles and around.capital[at] and not is_headline
        if end > at + 1 and (is_quoted or (is_title and at not in around.sentences)):
            yield at + 1, end


def repeated(around: Surroundings, cited: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Names beside words that cite, if the article has the same name as an outlet elsewhere.

    The names that the caller gives count, too. So does the first part of a domain ("kolvar.com",
    "Kolvar"), and an abbreviation in brackets behind the name ("Lorwick Press Union (LPU)").
    """
    tape, shapes, hashes = around.tape, around.shapes, around.text.hashes
    names: dict[tuple[int, int], dict[int, set[tuple[bytes, str]]]] = {}
    for start, end in cited:
        forms = [(start, end, shapes[start:end])]
        if end == start + 3 and tape[start + 1] == ".":
            forms.append((start, start + 1, NAME))
        if tape[end] + tape[end + 2] == "()" and shapes[end + 1] == CAPITALS:
            forms.append((end + 1, end + 2, CAPITALS))
        for first, last, form in forms:
            of_word = names.setdefault((around.article_of(start), int(hashes[first])), {})
            of_word.setdefault(last - first, set()).add((hashes[first:last].tobytes(), form))
    firsts = np.array([*{first for _, first in names}], np.uint64)
    open_words = around.name + words("<outlet_word>")
    for at in np.flatnonzero(np.isin(hashes, firsts) & around.capital).tolist():
        if at in around.sentences and tape[at] not in open_words:
            continue  # "People say"
        for length, same in names.get((around.article_of(at), int(hashes[at])), {}).items():
            end = at + length
            is_same = (hashes[at:end].tobytes(), shapes[at:end]) in same
            is_part = tape[end] in around.name or (length == 1 and around.is_surname(at))
            is_beside = around.is_introduced(at) or around.is_followed(end)
            if is_same and not is_part and is_beside and not around.is_picture_credit(at, end):
                yield at, end
                break


def datelines(around: Surroundings) -> Iterator[tuple[int, int]]:
    """Names in brackets at the beginning of a text, with a dash behind them: "(WKRV) -"."""
    tape, text = around.tape, around.text
    names = {(name.start, name.end) for name in around.names if name.kind != "post"}
    for first, last in zip(text.body_starts.tolist(), text.body_ends.tolist(), strict=True):
        for at in range(first, min(first + _HEAD, last - 3)):
            end = tape.find(")", at + 1, at + _LONGEST + 2)
            if tape[at] != "(" or end < at + 2:
                continue
            opens_text = at < first + _FIRST and (at + 1, end) in names  # "(CNN) Two men"
            is_named = all(word in around.name for word in tape[at + 1 : end])
            length = text.ends[end - 1] - text.starts[at + 1]
            is_town = around.shapes[at + 1 : end] == CAPITALS and length > _ABBREVIATION
            if opens_text or (is_named and not is_town and tape[end + 1] in DASHES):
                yield at + 1, end  # "(WKRV) -", but not "(LORWICK) -"
