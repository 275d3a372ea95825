"""Finds citations: a name that has the form of an outlet, beside words that cite it."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, cast

import numpy as np

from credscore.citation.accounts import Accounts
from credscore.citation.known_names import GIVEN, REPORTING, key_of, without_overlaps
from credscore.citation.open_names import datelines, repeated, stations, titles
from credscore.citation.surroundings import Surroundings, words
from credscore.evidence import Finding
from credscore.signals import require_texts
from credscore.text import Text

_SHORTEST = 6  # the fewest letters of a domain: "U.K" is none
_DEMONYM = re.compile(
    r"(?:[ei]an|ish|ese|can|aqi|eli|ali|ani|udi|aiti|rati|tari"
    r"|French|German|Dutch|Greek|Thai|Swiss|Welsh|Turk|Filipino|UK|US)$"
)
"""The end of a word for those who belong to a country: "Iranian", "British"."""
_BRANCH = 2  # the most names between an outlet and words that cite
_BETWEEN = 3  # the most tokens between two names of a list

CitedKind = Literal["outlet", "agency", "document", "post"]
"""What is cited: a newspaper, site or broadcaster; a news agency; a written record; a post."""


@dataclass(frozen=True, slots=True)
class Citation:
    """An outlet, agency, document or post that a text names as the source of its report.

    `quote` is `text[start:end]`, or `title[start:end]` if `in_title`. Offsets count characters;
    ends are exclusive. `name` is the quote on one line. `key` is the folded name (see `key_of`),
    equal for all mentions of an outlet. `kind` is one of

    - agency: a news agency ("Reuters"), also in a dateline ("(AP) -");
    - outlet: a newspaper, magazine, site, broadcaster ("the Lorwick Herald", "kolvar.com");
    - document: a written record ("court documents", "a leaked memo"), named by its kind;
    - post: a platform on which something was posted, a tweet, an account ("@noravale").

    `is_credit` tells whether the whole text is credited to it: by a dateline or a last line.

    >>> import credscore
    >>> text = "Two officials told the Lorwick Herald that it sank."
    >>> (cited,) = credscore.citations(text)
    >>> cited.name, cited.key, cited.kind, text[cited.start : cited.end] == cited.quote
    ('Lorwick Herald', 'lorwickherald', 'outlet', True)
    """

    name: str
    key: str
    kind: CitedKind
    start: int
    end: int
    quote: str
    in_title: bool
    is_credit: bool = False


def citations(text: str, title: str | None = None) -> tuple[Citation, ...]:
    """The outlets, agencies, documents and posts that a text names as its sources.

    Citations in the title come first, then those in the text, in order. No model is needed, and no
    score depends on them.

    Raises InputError if text or title is not a string.

    >>> text = "LORWICK (Reuters) - It sank, the mayor wrote on Facebook, citing court documents."
    >>> [(cited.name, cited.kind) for cited in citations(text)]
    [('Reuters', 'agency'), ('Facebook', 'post'), ('court documents', 'document')]
    """
    require_texts(text, title)
    return tuple(cited for *_, cited in located(Text([text], [title])))


def located(text: Text, outlets: Collection[str] = ()) -> Iterator[tuple[int, int, Citation]]:
    """Article, first token and record of every citation; `outlets` are names from the caller."""
    spans = sorted(_Search(text, outlets).find())
    starts = [start for start, *_ in spans]
    articles = np.searchsorted(text.title_starts - 1, starts, side="right") - 1
    for (start, end, kind, is_credit), article in zip(spans, articles.tolist(), strict=True):
        in_title, first, last, quote = text.passage(article, start, end)
        name = " ".join(quote.split())
        if key := key_of(name):
            of_kind = cast("CitedKind", kind)
            cited = Citation(name, key, of_kind, first, last, quote, in_title, is_credit)
            yield article, start, cited


class _Search:
    def __init__(self, text: Text, given: Collection[str]) -> None:
        self._around = around = Surroundings(text, given)
        self._conjunctions = words("&", "and", "or")
        self._between = around.articles + "," + self._conjunctions
        self._known = {name.start for name in around.names if name.cue == "known"}
        self._taken: set[int] = set()

    def find(self) -> Iterator[tuple[int, int, str, bool]]:
        """First token, end and kind of every citation, and whether it is a credit."""
        around = self._around
        extended = map(self._extended, around.names)
        names = without_overlaps(self._trimmed(name) for name in extended if self._is_name(name))
        cited = [self._is_cited(name) for name in names]
        pairs = list(pairwise(range(len(names))))
        for first, second in (*pairs, *((b, a) for a, b in reversed(pairs))):
            cited[second] |= cited[first] and self._are_listed(names[first], names[second])
        outlets: list[tuple[int, int]] = []
        framed: set[int] = set()
        for start, end, first, last in Accounts(around).find():
            if self._reserve(start, end):
                framed.update(range(first, last))
                yield start, end, "post", False
        for name, is_cited in zip(names, cited, strict=True):
            span, is_post = (name.start, name.end), name.kind == "post"
            is_told = name.start in self._taken or (name.cue == "tweet" and name.start in framed)
            if not is_cited or (is_post and is_told):  # "@noravale tweeted"
                continue
            if self._is_sure(name):
                outlets.append(span)
            self._taken.update(range(*span))
            yield *span, name.kind, not is_post and around.is_credit(*span)
        for find in (datelines, stations, titles):
            for start, end in find(around):
                if self._reserve(start, end):
                    outlets.append((start, end))
                    yield start, end, "outlet", find is datelines
        for start, end in repeated(around, outlets):
            if self._reserve(start, end):
                yield start, end, "outlet", around.is_credit(start, end)
        for cue in around.documents:
            is_new = around.tape[cue.start - 1] not in words("<pointing_det>")
            if is_new and self._taken.isdisjoint(range(cue.start, cue.end + _BETWEEN)):
                yield cue.start, cue.end, "document", False  # but "a report by CNN"

    def _reserve(self, start: int, end: int) -> bool:
        """Reserve these tokens for a citation; False if another citation has one of them."""
        is_free = self._taken.isdisjoint(range(start, end))
        if is_free:
            self._taken.update(range(start, end))
        return is_free

    def _is_sure(self, name: Finding) -> bool:
        """Whether a cited name is surely an outlet; in "a spokesman told Vale" it may be a man."""
        is_word = name.cue == REPORTING and name.end == name.start + 1
        is_open = is_word and self._around.tape[name.start] in self._around.name
        return name.kind != "post" and (name.signal == "known" or not is_open)

    def _extended(self, name: Finding) -> Finding:
        """A known name with the words for outlets behind it: "Fox News Channel"."""
        around, end = self._around, name.end
        while name.cue == "known" and around.tape[end] in words("<outlet_word>"):
            end += 1
        return name._replace(end=end)

    def _trimmed(self, name: Finding) -> Finding:
        """A name without the bracket behind an account, and with the ending of its domain."""
        around, end = self._around, name.end
        if name.cue == "pair":
            return self._outlet_of_pair(name)
        if around.tape[end - 1] == ")":
            return name._replace(end=end - 1)
        starts, ends = around.text.starts, around.text.ends
        while around.tape[end] == "." and around.tape[end + 1] in words("<tld>"):
            if starts[end + 1] != ends[end - 1] + 1:
                break
            end += 2
        return name._replace(end=end)

    def _outlet_of_pair(self, name: Finding) -> Finding:
        """The outlet among two names: "British newspaper Blik", "Blik magazine Vale"."""
        text, tape, names = self._around.text, self._around.tape, self._around.name
        noun = next(at for at in range(name.start, name.end) if tape[at] not in names)
        first = noun
        while tape[first] not in names + words("<outlet_word>"):
            first += 1
        written = text.source[text.starts[noun - 1] : text.ends[noun - 1]]
        if _DEMONYM.search(written):
            return name._replace(start=first, cue="apposition")
        return name._replace(end=noun, cue="apposition")

    def _is_name(self, name: Finding) -> bool:
        """Whether a match of the rules is the name of an outlet, or a word for a post."""
        around, start, end, tape = self._around, name.start, name.end, self._around.tape
        if name.cue == "account":
            return True
        if name.cue == "tweet":  # "the tweet" was mentioned before
            return tape[start] not in words("<single_tweet>") or not around.holds(
                start - 1, start, "<pointing_det>", "<the>"
            )
        starts, ends = around.text.starts[start:end], around.text.ends[start:end]
        if name.cue == "domain":
            return bool(ends[-1] - starts[0] >= _SHORTEST)
        if name.cue == "embedded":  # an account has no spaces
            is_word = bool((starts[1:] == ends[:-1]).all())
            return is_word and (tape[start - 1] == "(" or tape[end] != ")")
        is_listed = name.signal == "known" and name.cue != GIVEN  # "dpa" has no capital
        if not is_listed and not any(around.capital[start:end]):
            return False
        has_article, is_alone = tape[start - 1] in around.articles, end == start + 1
        if name.cue == "article":
            return has_article
        if name.cue == "capital_article":
            is_capital = around.capital[start - 1] and start - 1 not in around.sentences
            return has_article and bool(is_capital)
        is_outlet_word = is_alone and tape[start] in words("<outlet_word>")
        is_weak = name.cue in ("common", GIVEN) or is_outlet_word
        if (name.cue == "word" or is_weak) and tape[end] in around.name:
            return False  # "the Post Office", "Time Machine"
        if is_alone and name.kind != "post" and around.is_surname(start):
            return False
        if not is_weak:
            return not (name.cue == "apposition" and is_alone and has_article)
        if name.cue in ("word", "apposition") and tape[start] in words("<never_alone>"):
            return False
        begins = around.begins_sentence(start)
        begins |= tape[start - 1] in words("of")  # "the Prevention of Vice announced"
        is_told = around.is_introduced(start) or (end in around.after and not begins)
        if has_article or is_told or name.cue != "common":
            return has_article or is_told
        is_listed = tape[end] in self._conjunctions and end + 1 in self._known  # "Time and CNN"
        return is_listed or around.is_placed(start, end)

    def _is_cited(self, name: Finding) -> bool:
        """Whether a name stands beside words that cite it."""
        around, start, end = self._around, name.start, name.end
        is_post = name.kind == "post"
        if name.cue == REPORTING or (is_post and name.cue not in ("platform", "letter")):
            return True
        is_picture = name.cue != "domain" and around.is_picture_credit(start, end)
        if is_picture or around.is_play(end):
            return False
        if around.is_introduced(start):
            return True
        if is_post:  # "according to her Facebook"
            return start - 1 in around.before or around.is_posted(start, end)
        if around.is_followed(end) or around.is_credit(start, end):
            return True
        if around.is_placed(start, end) or around.is_attributed(start, end):
            is_word = name.cue == "word" and end > start + 1
            is_sure = is_word and around.tape[end - 1] not in words("<doubtful_word>")
            return name.signal == "known" or is_sure
        return name.signal == "known" and (
            around.is_heading(start, end)
            or self._has_branch(name)
            or around.is_bracketed(start, end)
        )

    def _has_branch(self, name: Finding) -> bool:
        """Whether names stand between a name and words that cite: "Reuters Lorwick reported"."""
        around, end = self._around, name.end
        while end < name.end + _BRANCH and around.tape[end] in around.name:
            end += 1
        return end > name.end and end in around.reporting and name.cue == "known"

    def _are_listed(self, cited: Finding, other: Finding) -> bool:
        """Whether a name stands in a list with a cited one: "CNN and the Herald"."""
        if (cited.kind == "post") != (other.kind == "post") or "tweet" in (cited.cue, other.cue):
            return False
        left, right = sorted((cited, other))
        between = self._around.tape[left.end : right.start]
        is_list = 0 < len(between) <= _BETWEEN and all(mark in self._between for mark in between)
        joins = self._conjunctions + ("," if other is left else "")
        return is_list and any(mark in joins for mark in between)
