"""Finds the source noun phrase of a verb, by its form.

The tape is read in coarse letters (coarse.py). From a verb of speech the subject is read to the
left, on the reversed letters; a source behind its verb ("said two officials", "confirmed by two
officials") and that of "according to" is read to the right. A source is told named from unnamed
by the form of its noun phrase, never by a list of names (source.py).
"""

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from credscore.coarse import coarse_of
from credscore.cues import Finding
from credscore.lexicon import Lexicon
from credscore.source import HEADS, classify, signs

WINDOW = 44
"""Tokens to the left and right of a verb in which its source is looked for."""

_PARTS = "mesaXURPCHLTIOSQ"
# To the left, on reversed letters: a noun phrase; what stands between it and its verb.
_LEFT = re.compile(
    rf"(?:\)[^()]{{1,8}}\()?(?:\.(?=[XU])|\")?([{HEADS}])"
    rf"(?:[{_PARTS}'g-]|\.(?=[XU])|\"(?=[di])|&(?=[msXP]))*"
    r"[i0]*[dq]{0,2}(?:o[i0][i0am]{0,3})?"
)
_LAST = f'{HEADS})."'
"""Letters with which a match of _LEFT can begin: the last of a noun phrase."""
_INNER = re.compile(
    rf"[nq](?=p)|\"?(?:[{_PARTS}]|V(?=[qd]))(?:[{_PARTS}0'g-]|\.(?=[XU])|&(?=[{_PARTS}]))*[i0]*[dq]{{0,2}}"
)
_GAP = re.compile(r"(?:[yhb]|M[pm]{0,2})*")
_INFINITIVE = re.compile(
    r"[yb]{0,2}p(?:(?=P)|y{0,2}[aeVm]|yi?(?=[bh]))i?[yhb]{0,4}(?=[XURPCsi.)\"])"
)
"""Reversed, from a verb to its subject: "continued to", "were more likely to"."""
_ASIDE = re.compile(r",[^,\"\n]{1,20}(?=,)|-[^\"\n-]{1,20}(?=-)")
_WHO = re.compile(r"(?:[^,\"\n&pdqioctw][^,\"\n]{0,8}?)?[VHsbhyea][wt](?=[^V])")
_LINK = re.compile(r"[op]{1,2}[ayem]{0,2}(?:p[ayem]?)?")
# To the right: a noun phrase; what modifies it; from a passive verb to its "by".
_RIGHT = re.compile(
    rf"(?:[i0][i0am]{{0,3}}o)?[diqt]{{0,2}}[i0]{{0,3}}\"?(?:[{_PARTS}g'-]|\.(?=[{_PARTS}])|&(?=[{_PARTS}]))*([{HEADS}])"
)
_POST = re.compile(
    rf"\"?(?:[ayem]{{0,2}}[op]{{1,2}}[diq]?(?:[{_PARTS}0g'-]|\.(?=[XU]))+"
    rf"|,?w[^,.;:\"\n]{{1,14}})*"
)
_NOUN = re.compile(r"(?:[dqi][ame]{1,2}|[op][am]{0,2})$")
"""What stands before a word that is a noun here, though it may be a verb."""
_INVERTED = re.compile(r"X(?:\.?X)*+(?=[.,\"\n]|$)")
_OTHER_CLAUSE = frozenset("nVeb")
"""Letters between a verb and "by" that give the agent to another verb."""
ANONYMOUS = frozenset({"unnamed", "confidential", "hearsay"})
"""Kinds of sources whom nobody can name."""


class Source(NamedTuple):
    """A source noun phrase: its kind and its tokens, end exclusive; whether it said its part."""

    kind: str
    start: int
    end: int
    asserted: bool = True


_made: Callable[[tuple[str, int, int, bool]], Source] = partial(tuple.__new__, Source)


class Sources:
    """Finds the sources in one text; `subject` and `object` look left and right of a verb."""

    def __init__(self, tape: str, lexicon: Lexicon) -> None:
        self.tape = tape
        self.letters, self._reversed = coarse_of(tape, lexicon)
        self._size = len(tape)
        self._signs = signs(lexicon)

    def subject(self, verb: int, begin: int) -> Source | None:
        """The source whose verb is token `verb`; None where there is none after `begin`."""
        size, back = self._size, self._reversed
        stop = size - begin
        at = size - verb
        if at < stop and back[at] in "yhbM":
            gap = _GAP.match(back, at, stop)
            at = gap.end() if gap else at
        if at >= stop:
            return None
        letter = back[at]
        if letter == "p" and self.tape[size - at - 1] in self._signs.to:
            return self._of_infinitive(size - verb, stop)
        if letter == "n" and self.tape[size - at - 1] not in self._signs.objects:
            return Source("pronoun", size - at - 1, size - at)
        passive = "b" in back[size - verb : at] and self.tape[verb] not in self._signs.active
        if passive:
            return None
        bare = self.tape[verb] if at == size - verb else " "
        if letter in ",-":
            if bare in self._signs.ongoing:
                return None
            return self._beyond_asides(at, stop)
        clause = back.find("w", at, at + 11) >= 0 or back.find("t", at, at + 11) >= 0
        relative = _WHO.match(back, at, stop) if clause else None
        if relative:
            found = self._phrase(relative.end(), stop, bare, size - at)
            if found:
                return found
        return self._phrase(at, stop, bare)

    def _of_infinitive(self, at: int, stop: int) -> Source | None:
        """The source of "critics continued to say", which is not told to have said it."""
        gap = _INFINITIVE.match(self._reversed, at, stop)
        found = self._phrase(gap.end(), stop, " ") if gap else None
        return found and found._replace(asserted=False)

    def _beyond_asides(self, at: int, stop: int) -> Source | None:
        """The source of "NAME, a historian, said" and "officials, who left, said"."""
        back, size = self._reversed, self._size
        nearest, first = None, at + 1
        for _ in range(3):
            aside = _ASIDE.match(back, at, stop)
            if aside is None:
                break
            if set(back[at + 1 : aside.end()]) <= {"X"}:
                return Source("person", size - aside.end(), size - at - 1)
            at = aside.end()
            found = self._phrase(at + 1, stop, " ")
            if found is not None and found.kind == "person":
                return found
            if found is not None and self._signs.hidden.search(self.tape, found.end, size - first):
                found = Source("confidential", found.start, size - first)
            nearest = nearest or found
        return nearest

    def _phrase(self, at: int, stop: int, verb: str, until: int = 0) -> Source | None:
        """The noun phrase that ends at reversed place `at`, with those that modify it."""
        back, size = self._reversed, self._size
        if at >= stop:
            return None
        near = _LEFT.match(back, at, stop) if back[at] in _LAST else None
        if near is None and back[at : at + 2] == "eC":  # "the sources contacted say"
            near = _LEFT.match(back, at + 1, stop)
        near_verb = verb != " " or back[at - 1] in "hbwt"  # not in "some newly reported cases"
        if back[at] == "i" and near_verb and self.tape[size - at - 1] in self._signs.some:
            return Source(self._some(size - at - 1), size - at - 1, size - at)
        inner = near or _INNER.match(back, at, stop)
        if inner is None:
            return None
        place, far = inner.end(), None
        for _ in range(3):
            if place >= stop or back[place] not in "op":
                break
            link = _LINK.match(back, place, stop)
            if link is None:
                break
            further = _LEFT.match(back, link.end(), stop)
            inner = further or _INNER.match(back, link.end(), stop)
            if inner is None:
                far = None
                break
            place, far = inner.end(), further
        for match in (far, near):
            if match is not None:
                start, head = self._trimmed(size - match.end(), size - match.start(1) - 1)
                found = self._source(start, head, until or size - at, verb)
                if found is not None:
                    return found
        return None

    def _some_say(self, verb: int) -> bool:
        """Whether token `verb` is a verb behind "some": not in "some claims"."""
        tape, known = self.tape, self._signs
        if tape[verb - 1] not in known.some:
            return False
        bare, noun = tape[verb] in known.bare, tape[verb] in known.nouns
        if bare != noun:
            return bare
        return self.letters[verb + 1 : verb + 2] in ("t", "n", "d", ",", '"')

    def _some(self, at: int) -> str:
        """The kind of "some" and "many", who stand for nobody, and of "another"."""
        return "hearsay" if self.tape[at] in self._signs.several else "unnamed"

    def _trimmed(self, start: int, head: int) -> tuple[int, int]:
        """Without words before the phrase that belong to a verb or to nothing."""
        letters = self.letters
        if letters[head] in "XU":
            while start < head and letters[start] in "aes-0'":
                start += 1
        elif letters[head] == "P" and self.tape[start] in self._signs.single:
            if "o" in letters[start:head]:
                return start, head
            start += 1
            while start < head and letters[start] in "ae":
                start += 1
        elif letters[head] in "PC" and "e" in letters[start + 1 : head]:
            verb = letters.rindex("e", start, head)
            start = verb + 1 if letters[verb - 1] in "asXUPI" else start
        elif start > 0 and letters[start] == "e" and letters[start - 1] in "bhyn":
            start += 1
        return start, head

    def object(self, at: int, stop: int, verb: str = "") -> Source | None:
        """The source that begins at token `at`."""
        phrase = _RIGHT.match(self.letters, at, stop)
        if phrase is None:
            return None
        post = _POST.match(self.letters, phrase.end(), stop)
        return self._source(at, phrase.start(1), post.end() if post else phrase.end(), verb)

    def _source(self, start: int, head: int, end: int, verb: str) -> Source | None:
        kind = classify(self._signs, self.letters, self.tape, start, head, end, verb)
        if kind is None:
            return None
        return _made((kind, start, end if kind in ANONYMOUS else head + 1, True))

    def owner(self, genitive: int, begin: int) -> Source | None:
        """The source that ends before a genitive: "the ministry's claims"."""
        if genitive <= begin or self.letters[genitive - 1] not in HEADS:
            return None
        return self._phrase(self._size - genitive, self._size - begin, "")

    def of(self, cue: Finding, begin: int, stop: int, alone: bool) -> Source | None:
        """The source of a cue in the sentence from `begin` to `stop`; alone: it has no other."""
        letters, tape, known = self.letters, self.tape, self._signs
        at, end, kind = cue[0], cue[1], cue[3]
        if kind == "according":
            return self.object(end, stop)
        if kind == "genitive":
            return self.owner(at - 1, begin)
        before = letters[at - 1] if at else ""
        if before and before in "dqiog" and not self._some_say(at):
            return None  # a noun: "the claim", "its report"
        noun = before and before in "ameop" and _NOUN.search(letters, max(begin, at - 3), at)
        if noun and tape[at] in known.nouns and tape[at - 1] not in known.to:
            return None  # "for the new report", "in comments"
        if before and before in ',"' and tape[at] in known.inverting:
            inverted = before == '"' or _INVERTED.match(letters, end, stop)
            found = self.object(end, stop) if inverted else None
            if found is not None:
                return found
        if tape[end : end + 1] == known.by and tape[at] not in known.ongoing:
            return self.object(end + 1, stop)
        found = self.subject(at, max(begin, at - WINDOW))
        if found is not None:
            gap = tape[found.end : at]
            asserted = known.negation.isdisjoint(gap) and known.hypothesis.isdisjoint(gap)
            asserted = asserted and tape[found.start - 1] not in known.conditional
            if found.kind in ANONYMOUS and not asserted:
                found = found._replace(asserted=False)
            spoken = kind in ("verb", "")
            if found.kind == "unnamed" and spoken and known.hidden.search(tape, end, stop):
                return found._replace(kind="confidential")
            return found
        verb = tape[at]
        by = tape.find(known.by, end, min(stop, end + 4))
        if by >= 0 and _OTHER_CLAUSE.isdisjoint(letters[end:by]):
            return self.object(by + 1, stop) if verb not in known.ongoing else None
        first = at == begin and letters[end : end + 1] in ("X", "U", "i", "d")
        if (first or (before and before in ",\"'")) and verb in known.inverting:
            return self.object(end, stop)
        if alone and (before == "&" or (before == "," and verb in known.ongoing)):
            return self._of_sentence(begin, at)
        return None

    def _of_sentence(self, begin: int, verb: int) -> Source | None:
        """The source of "The minister left the talks, saying"."""
        while begin < verb and self.letters[begin] in '\0\n"':
            begin += 1
        found = self.object(begin, verb)
        return found if found and self.letters[found.end] in "Vbhyea" else None
