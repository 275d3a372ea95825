"""Reads a text for the rules of citations: its tape, its names, the words around a name."""

import functools
import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from importlib import resources

from credscore.citation.known_names import from_list, known_names
from credscore.lexicon import Cues, Lexicon, read_lexicon_file, shipped, write_tape
from credscore.text import NAME, Text

LINE = "\n"
DASHES, QUOTES = "-—", "“”\"'"
_REACH = 14  # the most tokens between a verb of saying or posting and "on" or "in"
_GAP = 6  # the most tokens from words that cite to the name: "told the local tabloid Blik"
_FILLERS = ("<lower>", "<press_kind>", "<genitive>", "<possessive>", "'", "-", ",")  # stand there
_MODIFYING = ("<possessive>", "<article>", "<the>", "<genitive>", "<social>", "<name>", "-")
"""Words before the name of a platform: "on the mayor's official Facebook"."""
_CREDITING = ("via", "by", "of", "from", ":", "(")
_ATTRIBUTING = ("with", "from", "via", "per", "by", "source")
_PLACING = ("on", "to", "via", "over", "through")
_PLACES = ((("on",), "<on_air>"), (("in",), "<in_print>"), (("to", "with"), "<to_press>"))
"""Words before a name, and the class of those that say that something was said or stood there."""
FILES = (
    "cited_accounts", "cited_documents", "cited_names", "citing_after", "citing_before",
    "citing_owners", "citing_platforms",
)  # fmt: skip
"""The lexicon files; the signal of each has the name of its file."""


@functools.cache
def rules() -> Lexicon:
    """The rules of citations. They are a separate lexicon, so that their words move no score."""
    folder = resources.files("credscore") / "citation" / "lexicons"
    texts = {name: (folder / f"{name}.toml").read_text("utf-8") for name in FILES}
    files = {name: read_lexicon_file(name, text) for name, text in texts.items()}
    return Lexicon({"grammar": shipped().files["grammar"], **files})


@functools.cache
def words(*patterns: str) -> str:
    """The tape characters of words and of classes of words: "told", "<name>"."""
    return "".join(map(rules().characters, patterns))


class Surroundings:
    """The cues of a text, and tests of the words before and behind a token.

    `before` holds the ends of words that cite the name behind them ("told", "according to"),
    `after` the starts of words that cite the name before them ("reported", "'s report"). `tape`
    ends in empty lines, so that tokens follow every token.
    """

    def __init__(self, text: Text, outlets: Collection[str] = ()) -> None:
        lexicon = rules()
        tape = write_tape(text, lexicon)
        cues = Cues(tape, text, lexicon)
        self.text, self.tape = text, tape.characters + 8 * LINE
        self.capital, self.shapes = text.capital, text.shapes + 2 * LINE
        given = known_names(tuple(outlets)).find(text) if outlets else ()
        self.names = [*from_list().find(text), *given, *cues.of("cited_names")]
        self.documents, self.accounts = cues.of("cited_documents"), cues.of("cited_accounts")
        self.before = {cue.end for cue in cues.of("citing_before")}
        self.reporting = {cue.start for cue in cues.of("citing_after")}
        self.after = self.reporting | {cue.start for cue in cues.of("citing_owners")}
        platforms = cues.of("citing_platforms")
        self._promoting = {cue.start for cue in platforms if cue.kind == "promotion"}
        self._rooms = {cue.start: cue.end for cue in platforms if cue.kind == "room"}
        self.of_platform = {cue.start for cue in platforms if cue.kind == "of_platform"}
        self.sentences = set(text.sentence_starts.tolist())
        self.bodies = set(text.body_starts.tolist())
        self._firsts = self.bodies | set(text.title_starts[~text.titled].tolist())
        self._lasts = set(text.body_ends.tolist())
        self.name = words("<name>")
        self.articles = words("<article>", "<the>")

    def matches(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
        """First token and end of each match in the text that begins where a token begins."""
        starts = self.text.starts.data
        for match in pattern.finditer(self.text.source):
            start = bisect_left(starts, match.start())
            if start < len(starts) and starts[start] == match.start():
                yield start, bisect_left(starts, match.end())

    def is_introduced(self, start: int) -> bool:
        """Whether words that cite stand before a name, with an article or "the tabloid" between."""
        plain = noun = False
        for at in range(start, max(0, start - _GAP), -1):
            if at in self.before and (noun or not plain):
                return True
            before = self.tape[at - 1]
            if before in words("<outlet_noun>", "<own_noun>"):
                noun = True
            elif before in words("<genitive>") and at == start and self.tape[at - 2] in self.name:
                noun = True  # "told Canada's CBC"
            elif before in words(*_FILLERS) or (noun and before in self.name):
                plain = True  # "the French news channel BFM"
            elif before not in self.articles and before not in QUOTES:
                return False
        return False

    def holds(self, first: int, last: int, *patterns: str) -> bool:
        """Whether one of these words stands between two tokens."""
        return not set(words(*patterns)).isdisjoint(self.tape[first:last])

    def is_followed(self, end: int) -> bool:
        """Whether words that cite stand behind a name, or behind the brackets that follow it."""
        is_bracket = self.tape[end] + self.tape[end + 2] == "()"
        return end in self.after or (is_bracket and end + 3 in self.after)

    def is_play(self, end: int) -> bool:
        """Whether a name only tells who shows a programme: "the BBC series", "a PBS drama"."""
        return self.tape[end + (self.tape[end] in words(*_FILLERS))] in words("<play>")

    def article_of(self, at: int) -> int:
        return int(self.text.title_starts.searchsorted(at + 1, side="right")) - 1

    def is_posted(self, start: int, end: int) -> bool:
        """Whether words for posting stand beside the name of a platform: "on his Instagram"."""
        if self.is_promoted(start):
            return False
        at = start - 1
        while at > start - _GAP and self.tape[at] in words(*_MODIFYING):
            at -= 1
        ends_title = end + 1 in self.bodies and self.tape[start - 1] in words(*_PLACING)
        if end in self.of_platform or ends_title:  # "Mayor thanks crew on Weibo"
            return True
        if self.tape[at] in words("on") and self.begins_sentence(at):
            # "On Weibo, many asked why"
            return self.holds(end, self._end_of_sentence(end), "<posting>")
        posts = self.holds(self.sentence(at), at, "<posting>")
        if end not in self._rooms:
            return posts and self.tape[at] in words(*_PLACING)
        last = self._rooms[end]  # "on her Facebook page", "his Twitter account says"
        return posts or self.holds(last, last + _GAP, "<posting>")

    def is_promoted(self, start: int) -> bool:
        """Whether words that promote stand before a token: "Follow us on Facebook"."""
        return not self._promoting.isdisjoint(range(self.sentence(start), start + 1))

    def is_placed(self, start: int, end: int) -> bool:
        """Whether something was said or stood in the named place: "said on Sunday on CNN"."""
        at = start - 1
        while self.tape[at] in self.articles + QUOTES:
            at -= 1
        if self.tape[at] in words("to", "with") and self.tape[end] == ":":
            return True  # "Vale to CNN: It sank"
        if self.tape[at] in words("<inverting>", "said") and self.tape[end] in ".," + LINE:
            return True  # "It sank," said CNN.
        if self.tape[at] in words("on") and self.tape[end] == "," and self.begins_sentence(at):
            return True  # "On CNN, the mayor said"
        if self.tape[at] in words("on") and self._is_programme(end):
            return self.holds(self.sentence(at), end + _REACH, "<programme_talk>", "<on_air>")
        return any(
            self.tape[at] in words(*before) and self.holds(self.sentence(at), at, said)
            for before, said in _PLACES
        )

    def _is_programme(self, end: int) -> bool:
        """Whether a name tells who shows the programme that is named behind it: "CNN's Lorwick"."""
        at = end + 1 + (self.tape[end + 1] in QUOTES)
        return self.tape[end] in words("<genitive>") and bool(self.capital[at : at + 1].any())

    def sentence(self, at: int) -> int:
        """The token where the sentence of a token begins, or a place not far before it."""
        starts = self.text.sentence_bounds
        last = int(starts[starts.searchsorted(at, side="right") - 1])
        return max(0, at - _REACH, last, self.tape.rfind(LINE, max(0, at - _REACH), at) + 1)

    def _end_of_sentence(self, at: int) -> int:
        """The token where the sentence of a token ends, or a place not far behind it."""
        starts = self.text.sentence_bounds
        index = min(int(starts.searchsorted(at, side="right")), len(starts) - 1)
        return min(at + _REACH, int(starts[index]))

    def begins_sentence(self, start: int) -> bool:
        return start in self.sentences or self.tape[start - 1] in QUOTES

    def is_surname(self, at: int) -> bool:
        """Whether a word stands behind another name: "Michael Bloomberg"."""
        return self.shapes[at] == NAME and self.tape[at - 1] == NAME

    def is_picture_credit(self, start: int, end: int) -> bool:
        """Whether a name credits a picture: "Photo by AFP", "(Kirill/Pool via AP)".

        Captions and credits are line breaks on the tape.
        """
        tape, at = self.tape, start - 1
        if tape[start] == LINE:
            return True
        while tape[at] in words(*_CREDITING):
            at -= 1
        is_closed = any(mark in ")]" for mark in tape[end : end + 2])
        is_bracket = is_closed and tape[start - 1] in words("via") and tape[start - 2] not in "(["
        is_shared = "/" in tape[start - 3 : start] or (
            tape[end] == "/" and tape[start - 1] in "(\n"
        )
        return is_bracket or is_shared or tape[at] in words("<picture>")

    def is_attributed(self, start: int, end: int) -> bool:
        """Whether words that credit stand before a name and a mark: "(With CNN)", "From CNN:"."""
        tape, at = self.tape, start - 1
        at -= tape[at] in self.articles
        marks = tape[at - 1] + tape[end]
        first = at - (tape[at - 1] in words("more"))  # "More from CNN:"
        is_line = tape[end] == ":" and (first in self.sentences or tape[first - 1] == LINE)
        return tape[at] in words(*_ATTRIBUTING) and (marks in ("()", "[]") or is_line)

    def is_heading(self, start: int, end: int) -> bool:
        """Whether a colon sets a name off: "From CNN: It sank", "Ferry sinks: CNN"."""
        tape, at = self.tape, start - 1
        if tape[at] == ":" and end + 1 in self.bodies:
            return True
        while tape[at] in self.articles or tape[at] in words(*_CREDITING):
            at -= 1
        return tape[end] == ":" and (at + 1 in self.sentences or tape[at] == LINE)

    def is_bracketed(self, start: int, end: int) -> bool:
        """Whether a name is in a list in brackets at the end of a text: "(AP, Reuters)"."""
        last = self.tape.find(")", end, end + _REACH)
        first = self.tape.rfind("(", max(0, start - _REACH), start)
        is_list = first >= 0 and "," in self.tape[first : max(0, last)]
        return is_list and last >= 0 and last + 1 in self._lasts

    def is_credit(self, start: int, end: int) -> bool:
        """Whether a name credits a text: in a dateline "(AP) -", or as first or last line."""
        tape = self.tape
        if tape[start - 1] == "(" and tape[end] == ")":
            return tape[end + 1] in DASHES
        if tape[start - 1] == LINE == tape[end]:
            return start in self._firsts or end in self._lasts
        ends_title = end + 1 in self.bodies  # the site's own name: "Ferry sinks - Kolvar Post"
        return tape[start - 1] in DASHES and tape[end] == LINE and not ends_title
