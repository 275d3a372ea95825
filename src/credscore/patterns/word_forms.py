"""The word forms that an entry of a lexicon stands for: `deny~`, `photo%`, `tipster`."""

import functools
import re

from credscore.text import read_table

_ONE_SYLLABLE = re.compile(r"(?:^|-)(?:[^aeiou-]|qu)*[aeiou][^aeiouwxy]$")
_VERBS = read_table("patterns/verbs.toml")
_DOUBLES = frozenset(_VERBS["doubling"].split())
_PASTS = {verb: pasts for verb, *pasts in map(str.split, _VERBS["irregular"].split(","))}


def verb_forms(verb: str) -> list[str]:
    """All forms of a verb, in British and in American spelling.

    >>> verb_forms("deny"), verb_forms("admit")
    (['deny', 'denies', 'denied', 'denying'], ['admit', 'admits', 'admitted', 'admitting'])
    >>> verb_forms("label")
    ['label', 'labels', 'labeled', 'labeling', 'labelled', 'labelling']
    >>> verb_forms("give"), verb_forms("let")
    (['give', 'gives', 'giving', 'gave', 'given'], ['let', 'lets', 'letting'])
    """
    forms = _regular(verb)
    if verb not in _PASTS:
        return forms
    present = [form for form in forms[1:] if not form.endswith("ed")]
    return [verb, *present, *_PASTS[verb]]


def _regular(verb: str) -> list[str]:
    if re.search(r"[^aeiou]y$", verb):
        stem = verb[:-1]
        return [verb, f"{stem}ies", f"{stem}ied", f"{verb}ing"]
    if verb.endswith("e"):
        return [verb, f"{verb}s", f"{verb}d", f"{_without_e(verb)}ing"]
    third = f"{verb}es" if re.search(r"[^aeiou]o$", verb) else _with_s(verb)
    return [verb, third, *(stem + ending for stem in _stems(verb) for ending in ("ed", "ing"))]


def _without_e(verb: str) -> str:
    """A verb in -e as it stands before -ing: `deriv`, `ly`, but `agree`, `dye`, `tiptoe`."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}y"
    return verb if re.search(r"[eoy]e$", verb) else verb[:-1]


def _stems(verb: str) -> list[str]:
    """What -ed and -ing are added to: `claim`, `grabb`, `panick`, `label` and `labell`."""
    if re.search(r"[aeiou]c$", verb):
        return [f"{verb}k"]
    if verb in _DOUBLES or _ONE_SYLLABLE.search(verb):
        return [verb + verb[-1]]
    if re.search(r"(?<![aeo])[aeiou]l$", verb):
        return [verb, f"{verb}l"]
    return [verb]


def noun_forms(noun: str) -> list[str]:
    """The singular and the regular plural of a noun.

    >>> noun_forms("agency"), noun_forms("photo"), noun_forms("son-in-law")
    (['agency', 'agencies'], ['photo', 'photos'], ['son-in-law', 'sons-in-law'])
    """
    head = re.split(r"-(?=(?:in|of|to)-)", noun)[0]
    plural = f"{head[:-1]}ies" if re.search(r"[^aeiou]y$", head) else _with_s(head)
    return [noun, plural + noun[len(head) :]]


def _with_s(word: str) -> str:
    """A word with -s or -es: `claims`, `clashes`, `marches`, but `monarchs`."""
    return f"{word}es" if re.search(r"(s|sh|(?<![girn]ar)ch|x|z)$", word) else f"{word}s"


@functools.lru_cache(maxsize=8192)
def expand(word: str) -> tuple[str, ...]:
    """The forms of an entry: of a verb if it ends in ~, of a noun if it ends in %, or itself.

    >>> expand("deny~"), expand("photo%"), expand("Tip’s")
    (('deny', 'denies', 'denied', 'denying'), ('photo', 'photos'), ("tip's",))
    """
    word = word.lower().replace("’", "'")
    if word.endswith("~"):
        return tuple(verb_forms(word[:-1]))
    if word.endswith("%"):
        return tuple(noun_forms(word[:-1]))
    return (word,)
