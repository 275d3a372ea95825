"""The measures behind the features: from the forms of a reading to one number an article."""

from collections.abc import Callable

import numpy as np

from credscore.findings import Findings, Floats, Ints
from credscore.forms import Forms, rate, share

Measure = Callable[[Forms], Floats]

SENTENCES = 5
"""Added to the number of sentences of a body, so that a share does not explode on a note."""


def evidence_rate(signal: str, kinds: frozenset[str] | None) -> Measure:
    """Pieces of evidence of a signal in the body."""
    return lambda forms: rate(forms.found.count(signal, kinds), forms.found)


def evidence_lead(signal: str, kinds: frozenset[str] | None) -> Measure:
    """Whether the lead holds evidence of a signal."""
    return lambda forms: (forms.found.count(signal, kinds, "lead") > 0).astype(float)


def evidence_title(signal: str) -> Measure:
    """Whether the title holds evidence of a signal."""
    return lambda forms: in_title(forms, forms.found.count(signal, None, "title"))


def in_title(forms: Forms, count: Ints) -> Floats:
    """1 where something stands in the title, 0 where not, nan without a title."""
    return np.where(forms.found.has_title, (count > 0).astype(float), np.nan)


def mark_rate(name: str) -> Measure:
    """Marks or shapes of words in the body."""
    return lambda forms: rate(forms.marks(name), forms.found)


def mark_title(name: str) -> Measure:
    """Whether a mark stands in the title."""
    return lambda forms: in_title(forms, forms.marks(name, title=True))


def word_rate(label: str) -> Measure:
    """Words of a class in the body."""
    return lambda forms: rate(forms.words(label), forms.found)


def present_title(forms: Forms) -> Floats:
    """Whether the title holds a verb that says how things are."""
    return in_title(forms, forms.words("present_form", title=True))


def capitals_title(forms: Forms) -> Floats:
    """Share of the title's words that begin with a capital."""
    found = forms.found.has_title
    return np.where(found, forms.title_capitals / np.maximum(forms.title_words, 1), np.nan)


def shouted_title(forms: Forms) -> Floats:
    """Share of the title's words that are all in capitals."""
    loud = forms.marks("capitals", title=True)
    return np.where(forms.found.has_title, loud / np.maximum(forms.title_words, 1), np.nan)


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


def verb_rate(verbs: str, *kinds: str) -> Measure:
    """Attributions by a class of verbs to some kinds of source."""
    return lambda forms: rate(forms.attributions(verbs, kinds), forms.found)


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
    return np.log1p(forms.found.words)
