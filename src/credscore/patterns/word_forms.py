"""The word forms that an entry of a lexicon stands for: `deny~`, `photo%`, `tipster`."""

import functools
import re


def verb_forms(verb: str) -> list[str]:
    """The four regular forms of a verb.

    >>> verb_forms("deny"), verb_forms("claim")
    (['deny', 'denies', 'denied', 'denying'], ['claim', 'claims', 'claimed', 'claiming'])
    """
    if re.search(r"[^aeiou]y$", verb):
        stem = verb[:-1]
        return [verb, f"{stem}ies", f"{stem}ied", f"{verb}ing"]
    if verb.endswith("e"):
        return [verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"]
    return [verb, _with_s(verb), f"{verb}ed", f"{verb}ing"]


def noun_forms(noun: str) -> list[str]:
    """The singular and the regular plural of a noun.

    >>> noun_forms("agency"), noun_forms("photo")
    (['agency', 'agencies'], ['photo', 'photos'])
    """
    if re.search(r"[^aeiou]y$", noun):
        return [noun, f"{noun[:-1]}ies"]
    return [noun, _with_s(noun)]


def _with_s(word: str) -> str:
    return f"{word}es" if re.search(r"(s|sh|ch|x|z)$", word) else f"{word}s"


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
