"""Finds quoted accounts by handle or user name: "@noravale wrote", "the user Blik7 said"."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from credscore.citation.surroundings import DASHES, LINE, QUOTES, Surroundings, words
from credscore.text import NAME

_HANDLE = re.compile(r"@(?<![\w@./]@)\w+(?:\.[a-z_\d]\w*)*")
_USER = re.compile(r"(?=[a-z])(?:[a-z]*\d|[a-z\d]*_)\w*", re.IGNORECASE)
"""A user name that no capital gives away: "nora_vale", "vale7"."""
_SIGNED = re.compile(f"[{DASHES}][^@{LINE}]{{1,9}}@")
"""Who posted it, behind a post that is shown whole: "- Nora Vale (@noravale)"."""
_SHARED = 8  # tokens between "shared by" and a handle
_BEHIND = 5  # tokens between a handle and what it did: "@noravale has since replied"
_ADVERBS = ("<also>", "<ly>", "<have>", "<platform>", "who", "on", "via", "then")  # those words
_LINE = 80  # tokens of a line that are looked at
_NAME = 3  # words of the name of a user
Framed = tuple[int, int, int, int]
"""First token and end of an account, and of the words that cite it together with it."""


class Accounts:
    def __init__(self, around: Surroundings) -> None:
        self._around, self._tape = around, around.tape
        self._quotations = around.text.quotations.reshape(-1).tolist()
        self._closed = {*self._quotations[1::2]}

    def find(self) -> Iterator[Framed]:
        for handle in self._around.matches(_HANDLE):
            if frame := self._frame(*handle):
                yield *handle, *frame
        for cue in self._around.accounts:
            if self._tape[cue.start] not in words("<platform>"):
                yield cue.start, cue.end, cue.start, cue.end
        yield from self._user_names()

    def _frame(self, start: int, end: int) -> tuple[int, int] | None:
        """The words that cite a handle together with it, if any do."""
        if self._around.is_promoted(start):
            return None
        if self._is_signature(start, end):
            return start, end
        if self._is_quoted(start):
            return None  # "Thank you, @noravale"
        first = self._citing_start(start)
        last = None if self._is_shown(end) else self._citing_end(start, end)
        if first is None and last is None:
            return None
        return start if first is None else first, last or end

    def _is_shown(self, end: int) -> bool:
        """Whether a handle stands in a post that is shown whole, with its writer behind it."""
        line = self._tape.find(LINE, end, end + _LINE)
        return bool(_SIGNED.search(self._tape, end, line if line >= 0 else end + _LINE))

    def _citing_start(self, start: int) -> int | None:
        """The start of words that cite the handle behind them: "wrote @x", "the user @x"."""
        tape, at = self._tape, start - 1
        at -= tape[at] == "("
        at -= tape[at] in ",:"
        word, before = tape[at], tape[at - 1]
        if word in words("<account_noun>") or (word in words("<retweet>") and at == start - 1):
            return at - 1
        if word in words("to") and before in words("according"):
            return at - 1
        if word in words("<account_verb>") and before in QUOTES + ",":
            return at
        for index in range(at, max(1, at - _SHARED), -1):
            if tape[index] in LINE + ".":
                break
            if tape[index] in words("by") and tape[index - 1] in words("<account_share>"):
                return index - 1  # "A post shared by Nora Vale (@noravale)"
        return None

    def _citing_end(self, start: int, end: int) -> int | None:
        """The end of words that cite the handle before them: "@x (a fan) wrote", "@x: It sank"."""
        tape, at = self._tape, end
        if tape[at] == ":" and (start in self._around.sentences or tape[start - 1] == LINE):
            return at
        at += tape[at] == ")"
        at += tape[at] == ","
        for behind in range(at, at + _BEHIND):
            if tape[behind] in words("<account_verb>"):
                return behind + 1
            if tape[behind] not in words(*_ADVERBS):
                break
        return None

    def _is_signature(self, start: int, end: int) -> bool:
        """Whether a handle follows what it posted, behind a quotation or a dash."""
        tape = self._tape
        is_bracket = tape[start - 1] == "("
        first, last = start - is_bracket, end + (is_bracket and tape[end] == ")")
        line = tape.rfind(LINE, max(0, first - _LINE), first)
        if not is_bracket and tape[first - 1] in QUOTES and first in self._closed:
            return tape[last] in LINE + "." + QUOTES  # “It sank.” @noravale
        if tape[last] != LINE:
            return False
        while tape[first - 1] in self._around.name:
            first -= 1
        return tape[first - 1] in DASHES and first - 2 > line  # "So sad - Nora Vale (@noravale)"

    def _is_quoted(self, start: int) -> bool:
        return bisect_right(self._quotations, start) % 2 == 1

    def _user_names(self) -> Iterator[Framed]:
        """User names without a handle: "a user named Blik7 wrote", "Twitter user Nora Vale"."""
        tape = self._tape
        for match in re.finditer(f"[{words('<account_user>')}]", tape):
            at = match.start()
            start = at + 1
            while tape[start] in words("<account_named>", ",") and start < at + 2 * _NAME:
                start += 1
            start += tape[start] in QUOTES
            end = self._end_of_name(start)
            if end == start or self._is_quoted(at) or tape[start] in words("<platform>"):
                continue
            last = end + (tape[end] in QUOTES)
            behind = self._citing_end(start, last)
            if behind or tape[at - 1] in words("<platform>"):
                yield start, end, at, behind or last

    def _end_of_name(self, start: int) -> int:
        """The end of a user name: up to three names, or one word with a stroke or digits."""
        text, shapes, names = self._around.text, self._around.shapes, self._around.name
        if start >= len(text):
            return start
        end = self._end_of_word(start)
        if self._tape[start] not in names:
            return end if _USER.match(text.source, int(text.starts[start])) else start
        while end < start + _NAME and shapes[end] == NAME and self._tape[end] in names:
            end = self._end_of_word(end)
        return end

    def _end_of_word(self, start: int) -> int:
        """The end of tokens without a space between them: "nora", "_", "vale"."""
        text, end = self._around.text, start + 1
        while (
            end < len(text)
            and text.starts[end] == text.ends[end - 1]
            and (text.words[end] or self._tape[end] == "_")
        ):
            end += 1
        return end
