"""Gives words the letters of letters.py that only show in how they are written."""

import numpy as np

from credscore.text import Text

Letters = np.ndarray[tuple[int], np.dtype[np.uint8]]

_AGE = len("9-yr-old")
"""An age in one word has more letters than this."""
_SHORT_NAME, _OF_VERB = len("Manning"), np.isin(np.arange(256), list(b"dpq"))
"""The most letters of a name that ends like a verb; the letters that follow a verb."""
_PARTIES = "DIR"
"""The first letters of parties, written beside places: "R-Ohio"."""
_ADVERBS = ("astly", "cally", "edly", "ently", "ively", "nally", "ngly", "ously", "tely")


def mark_spellings(letters: Letters, text: Text) -> None:
    """Change the letters of abbreviated bodies, ages, parties, degrees and first words."""
    _mark_firms(letters, text)
    _mark_ages(letters, text)
    _mark_suffixes(letters, text)
    _mark_clause_starts(letters, text)


def _mark_ages(letters: Letters, text: Text) -> None:
    """Give an age that stands for a person the letter of a role: "the 76-year-old said"."""
    at = ((letters == ord("0")) & (text.ends - text.starts > _AGE)).nonzero()[0]
    for number in at.tolist():
        if text.word(number).endswith("old"):
            letters[number] = ord("R")


def _mark_suffixes(letters: Letters, text: Text) -> None:
    """Give what follows a name but names nobody the letter of any word: "Bo Li, R-Ohio, Ph.D."."""
    at = ((letters[:-3] == ord(",")) & (letters[1:-2] == ord("X"))).nonzero()[0] + 1
    for name in at.tolist():
        word = text.word(name)
        if word == "Ph" or (word[1:2] == "-" and word[0] in _PARTIES):
            letters[name : name + (3 if word == "Ph" else 1)] = ord("a")


def _mark_clause_starts(letters: Letters, text: Text) -> None:
    """Give a first word that is no name its letter: "Accompanied by Maria Keller, he left"."""
    starts = text.sentence_starts[letters[text.sentence_starts] == ord("X")]
    after = letters.take(starts + 1, mode="clip")
    for at in starts[_OF_VERB[after] | (after == ord(","))].tolist():
        word = text.word(at)
        if len(word) > _SHORT_NAME and word.endswith(_ADVERBS):
            letters[at] = ord("y")
        elif len(word) > _SHORT_NAME and word.endswith(("ed", "ing")):
            letters[at] = ord("e" if letters[at + 1] != ord(",") else "X")


def _mark_firms(letters: Letters, text: Text) -> None:
    """Give an abbreviated body inside a sentence the letter of a name: "Harrow Inc. said"."""
    bodies = ((letters == ord("I")) & text.capital).nonzero()[0]
    for body in bodies.tolist():
        if text.source[text.ends[body] - 1] == ".":
            letters[body] = ord("X")
