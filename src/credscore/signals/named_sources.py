"""Finds named sources, from the attributions.

A verb of belief counts only if one named person is its subject: "Keller believes", "did not think".
A base form or participle means many people, who told nobody: "Harrovians believe", "fearing".
"""

import re

import numpy as np

from credscore.attribution import phrases_of
from credscore.evidence import KIND_NUMBERS
from credscore.patterns import Rows
from credscore.signals.reading import Reading
from credscore.text import visible

_PERSON = KIND_NUMBERS["named_sources", "person"]
_OF_ONE = re.compile(r"(ed|s|felt|knew|thought)$|\b(does|did)(n['’]t)?\b", re.IGNORECASE)
"""A verb of belief whose subject is one person, with its auxiliary."""


def find(reading: Reading) -> Rows:
    """The source noun phrases of attributions of this signal, except beliefs of many people."""
    statements, text = reading.sourced["named_sources"], reading.text
    phrases = phrases_of(statements)
    are_named = np.ones(len(phrases), np.bool_)
    beliefs = phrases[:, 3] == reading.lexicon.table.name_numbers["belief_verb"]
    for at in (beliefs & (phrases[:, 2] == _PERSON)).nonzero()[0].tolist():
        _, _, _, end, verb, verb_end = statements[at].tolist()
        first = end if end <= verb else verb
        words = visible(text.source[text.starts[first] : text.ends[verb_end - 1]])
        are_named[at] = bool(_OF_ONE.search(words))
    return phrases.compress(are_named, axis=0)
