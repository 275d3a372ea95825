"""A text as the rules of citations see it: its tape, its names, and the words around them."""

from credscore.citation.rules import rules
from credscore.lexicon import find_cues, write_tape
from credscore.text import Text

LINE = "\n"
DASHES, QUOTES = "-—", "“”\"'"
_GAP = 6
"""Tokens between the words that cite and the name: "told the local tabloid Kolvar Blik"."""


class Surroundings:
    """The cues of a text, and what stands before and behind a token.

    `tape` goes on in empty lines, so that every token has some behind it. `before` holds the ends
    of words that cite ("told", "according to"), `after` the starts ("reported", "'s report").

    >>> text = Surroundings(Text(["It sank, two men told the Herald."], [None]))
    >>> text.is_introduced(9)  # the Herald
    True
    """

    def __init__(self, text: Text) -> None:
        lexicon = rules()
        tape = write_tape(text, lexicon)
        cues = find_cues(tape, text, lexicon)
        self.text, self.tape, self.characters = text, tape.characters + 8 * LINE, lexicon.characters
        self.capital = text.capital
        self.names, self.documents = cues.of("cited_names"), cues.of("cited_documents")
        self.before = {cue.end for cue in cues.of("citing_before")}
        self.after = {cue.start for cue in cues.of("citing_after")}
        platforms = cues.of("citing_platforms")
        self.on_platform = {cue.end for cue in platforms if cue.kind == "on_platform"}
        self.of_platform = {cue.start for cue in platforms if cue.kind == "of_platform"}
        self.sentences = set(text.sentence_starts.tolist())
        self.bodies = set(text.body_starts.tolist())
        self.name = self.classes("name")
        self.articles = self.classes("article", "the")
        self._nouns = self.classes("outlet_noun", "own_noun")
        self._fillers = self.classes("lower", "press_kind", "genitive") + "'-,"
        self._owners = self.classes("possessive") + self.articles
        self._pictures = self.classes("picture")
        self._via = self.characters("via")
        self._crediting = ":(" + "".join(map(self.characters, ("via", "by", "of", "from")))

    def classes(self, *labels: str) -> str:
        """The tape characters of some classes of words."""
        return "".join(self.characters(f"<{label}>") for label in labels)

    def is_introduced(self, start: int) -> bool:
        """Whether words that cite stand before a name, with an article or "the tabloid" between."""
        plain = noun = False
        for at in range(start, max(0, start - _GAP), -1):
            if at in self.before and (noun or not plain):
                return True
            before = self.tape[at - 1]
            if before in self._nouns:
                noun = True
            elif before in self._fillers or (noun and before in self.name):
                plain = True  # "the French news channel BFM"
            elif before not in self.articles and before not in QUOTES:
                return False
        return False

    def is_posted(self, start: int, end: int) -> bool:
        """Whether words for posting stand beside the name of a platform: "on his Instagram"."""
        first = start - (self.tape[start - 1] in self._owners)
        return first in self.on_platform or end in self.of_platform

    def begins_sentence(self, start: int) -> bool:
        """Whether a sentence or a quotation begins with a token."""
        return start in self.sentences or self.tape[start - 1] in QUOTES

    def is_picture_credit(self, start: int, end: int) -> bool:
        """Whether a name is that of a picture's owner: "Photo by AFP", "(Kirill/Pool via AP)"."""
        tape, at = self.tape, start - 1
        while tape[at] in self._crediting:
            at -= 1
        is_bracket = tape[end] in ")]" and tape[start - 1] in self._via
        is_shared = "/" in tape[start - 3 : start] or (
            tape[end] == "/" and tape[start - 1] in "(\n"
        )
        return is_bracket or is_shared or tape[at] in self._pictures

    def is_credit(self, start: int, end: int) -> bool:
        """Whether a name is a dateline, "(AP) -", the first line, or the last one, "- Reuters"."""
        tape = self.tape
        if tape[start - 1] == "(" and tape[end] == ")":
            return tape[end + 1] in DASHES
        if tape[start - 1] == LINE == tape[end]:
            return start in self.bodies
        ends_title = end + 1 in self.bodies  # the site's own name: "Ferry sinks - Kolvar Post"
        return tape[start - 1] in DASHES and tape[end] == LINE and not ends_title
