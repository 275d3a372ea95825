"""The measures behind the features: from the forms of a reading to one number an article."""

from collections.abc import Callable

import numpy as np

from credscore.findings import Findings, Floats, Ints
from credscore.forms import Forms, share

Measure = Callable[[Forms], Floats | Ints]
"""One number an article; of a rate or a flag, the pieces that features.measure makes it from."""

SENTENCES = 5
"""Added to the number of sentences of a body, so that a share does not explode on a note."""


def evidence(signal: str, kinds: frozenset[str] | None = None, where: str = "body") -> Measure:
    """Pieces of evidence of a signal in the body, lead or title."""
    return lambda forms: forms.found.count(signal, kinds, where)


def mark(name: str, title: bool = False) -> Measure:
    """Marks or shapes of words in the body or title."""
    return lambda forms: forms.marks(name, title)


def word(label: str, title: bool = False) -> Measure:
    """Words of a class in the body or title."""
    return lambda forms: forms.words(label, title)


def verb(verbs: str, *kinds: str) -> Measure:
    """Attributions by a class of verbs to some kinds of source."""
    return lambda forms: forms.attributions(verbs, kinds)


def capitals_title(forms: Forms) -> Floats:
    """Share of the title's words that begin with a capital."""
    return forms.title_capitals / np.maximum(forms.title_words, 1)


def shouted_title(forms: Forms) -> Floats:
    """Share of the title's words that are all in capitals."""
    return forms.marks("capitals", title=True) / np.maximum(forms.title_words, 1)


def present_share(forms: Forms) -> Floats:
    """Present forms among present and past forms of the commonest verbs."""
    present, past = forms.words("present_form"), forms.words("past_form")
    return share(present, present + past, 0.5, 4.0)


def _sources(found: Findings) -> Ints:
    return found.count("anonymous_sources") + found.count("named_sources")


def unnamed_share(forms: Forms) -> Floats:
    """Unnamed among unnamed and named sources."""
    return share(forms.found.count("anonymous_sources"), _sources(forms.found), 0.5)


def confidential_share(forms: Forms) -> Floats:
    """Confidential sources among all unnamed and named ones."""
    confidential = forms.found.count("anonymous_sources", frozenset({"confidential"}))
    return share(confidential, _sources(forms.found), 0.1)


def source_count(forms: Forms) -> Floats:
    """The logarithm of 1 + unnamed and named sources."""
    return np.log1p(_sources(forms.found))


def verb_share(verbs: str, usual: float) -> Measure:
    """Attributions by a class of verbs among all attributions."""
    return lambda forms: share(forms.attributions(verbs), forms.attributions(), usual, 3.0)


def _sentence_share(forms: Forms, count: Ints) -> Floats:
    return count / (forms.found.sentences + SENTENCES)


def unnamed_quoted(forms: Forms) -> Floats:
    """Sentences that quote where they name an unnamed source."""
    both = forms.sentences_with("anonymous_sources") & forms.quoting
    return _sentence_share(forms, forms.per_body(both))


def hedged_alone(forms: Forms) -> Floats:
    """Sentences that hedge and attribute nothing."""
    both = forms.sentences_with("hedges") & ~forms.attributing
    return _sentence_share(forms, forms.per_body(both))


def several_specifics(forms: Forms) -> Floats:
    """Sentences with two checkable specifics or more."""
    return _sentence_share(forms, forms.per_body(forms.sentences_with("specifics", 2)))


def named_and_dated(forms: Forms) -> Floats:
    """Sentences with a named source and a date."""
    both = forms.sentences_with("named_sources") & forms.sentences_with("specifics", 1, ("date",))
    return _sentence_share(forms, forms.per_body(both))


def length(forms: Forms) -> Floats:
    """The logarithm of 1 + words of the body."""
    return np.log1p(forms.found.length)
