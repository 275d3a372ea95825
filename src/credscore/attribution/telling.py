"""Tells whether unnamed people say anything: those who only feel, agree or are counted do not."""

import functools
import re
from bisect import bisect_right

from credscore.attribution._source_search import Sources
from credscore.evidence import SOURCE_KINDS
from credscore.lexicon import Lexicon, Phrases
from credscore.text import Text

_NAMED = {
    "untold": "add~ ( <article> | <number> | more | some )? <content>{1,4} ( to | into | with )"
    " | <feeling_of> <ly>? ( about | at | for | in | of | over | to ) | <foreseeing> to"
    " | <agreeing> <ly>? ( in | on | to | with ) | argue~ with | accused ( in | of )"
    " | express~ <possessive>? <content>? <emotion> ( <word> ){0,2}"
    " ( . | after | at | in | on | over | with )",
    "written": "report~ ( about | on )"
    " | <written_on> ( about | for | <article> <content>? ( letter | book ) |"
    ' ( “ | " ) <content> <name> )',
    "nominal": "<verb_or_noun> | <taken_noun> | informed | detailed",
    "saying": "<feeling_of> | say | says | said | saying | tell | tells | told",
    "bare": "<bare_form> | say | tell | write",
    "present": "<bare_form> | <singular_form> | write | writes | tell | tells",
    "content": 'that | <pronoun> | <det> | <name> | <capitals> | , | : | “ | " | <number> |'
    " <plural> | <possessive> | <be> | <modal_any> |"
    " <content>{1,3} ( <be> | <have> | <modal_any> | <ly> )",
    "caused": "<causing> | <listening> to | <seeing>",
    "greeting": '<say> ( “ | ‘ | " )? <greeting> ,? ( ” | ’ | " )? to |'
    " ( report~ | said | declared | thought ) to ( be | have )",
}
_UNNAMED, _HEARSAY = map(SOURCE_KINDS.index, ("unnamed", "hearsay"))
_PREDICATE = re.compile(r"(?:[XUdnwM]b|[XU](?:o[XU]+)?[,-])$")
"""Before a noun phrase that describes somebody: "he is a man who", "Keller, a writer who"."""
_NAMED_BEHIND = re.compile(r",d?[ameROSUg']{0,6}XX+[,.V]")
"""A name that stands beside a role: "a witness, Maria Keller, said"."""
_NOMINAL = ("iXa", "iXs", "iX/", "dXa", "dXs")
_NEAR = 44
"""Within so many tokens before a source, a name can be the person that it describes."""
_POLL = 300
"""Within so many tokens before or behind a verb, a poll can be mentioned."""
_phrases = functools.cache(functools.partial(Phrases, _NAMED))


class StatementFilter:
    """Finds the statements of one text in which unnamed people say something."""

    def __init__(self, sources: Sources, text: Text, lexicon: Lexicon) -> None:
        self._tape, self._letters, self._text = sources.tape, sources.letters, text
        self._bounds, self._ends = text.sentence_bounds.data, text.ends.data
        self._numbers = text.sentence_numbers
        phrases = _phrases(lexicon)
        self._words, self._patterns = phrases.words, phrases.patterns
        self._ruling = lexicon.table.name_numbers["court_rules"]

    def is_said(self, statement: list[int]) -> bool:
        """Whether the source of a statement, a row of numbers, says something."""
        kind, cue, start, _, _, _ = statement
        if kind not in (_UNNAMED, _HEARSAY):
            return True
        if cue == self._ruling and kind == _UNNAMED:
            return False
        begin, end = self._text.sentence(start)
        return not (
            self._is_no_statement(statement, begin, end) or self._is_exclamation(statement, end)
        )

    def begins_content(self, token: int, end: int) -> bool:
        """Whether the words said may begin at a token; `end` is the end of its sentence."""
        return self._patterns["content"].match(self._tape, token, end) is not None

    def is_of_group(self, statement: list[int]) -> bool:
        """Whether several people who were mentioned before say something: "the sailors said"."""
        _, _, start, end, verb, _ = statement
        tape, words = self._tape, self._words
        if self._letters[start:end] != "dP" or self._letters[end] in "g'":
            return False
        is_told = tape[start] in words["the"] and tape[end - 1] not in words["<kin>"]
        said = tape[verb] in words["<say> | <believe> | according"]
        return is_told and said and tape[verb] not in words["<deny>"]

    def has_ending(self, token: int, *letters: str) -> bool:
        """Whether a token ends in one of these letters."""
        return self._text.source.endswith(letters, 0, self._ends[token])

    def context_bounds(self, begin: int, end: int) -> tuple[int, int]:
        """The bounds of a sentence with the sentences before and behind it, in its article."""
        starts, ends = self._text.title_starts.data, self._text.body_ends.data
        begin = max(begin, 1)  # token 0 is the border before the first article
        article = bisect_right(starts, begin) - 1
        before = max(self._bounds[self._numbers[begin - 1]], starts[article])
        following = self._bounds[self._numbers[end] + 1] if end < len(self._tape) else end
        return before, min(following, ends[article])

    def _is_no_statement(self, statement: list[int], begin: int, end: int) -> bool:
        """Whether people only feel, agree or are counted, or the text gives no statement."""
        tape, letters, words, patterns = self._tape, self._letters, self._words, self._patterns
        kind, _, start, stop, verb, behind = statement
        last, said, opening = stop - 1, tape[verb], tape[start - 1]
        joined = letters.rfind("&", max(begin + 1, start - 1), last)
        if (
            patterns["untold"].match(tape, verb, end)  # "worries about it", "agree on it"
            or tape[start] in words["any | none"]  # "any member says"
            or (kind == _UNNAMED and self._is_object(statement))  # "affair with a nurse confirmed"
            or (letters[last] == "R" and tape[start] in words["your"])  # "your doctor says"
            or self._is_noun(statement, end)  # "inmates facing charges", "some estimated tolls"
            or patterns["greeting"].match(tape, verb, end)  # "said no to it", "said to be ill"
            # "the website adds", "one site, Heron.com, claims"
            or (letters[last] == "L" and self._is_one_outlet(start, last))
            # "Keller is a writer who said", "a writer, Maria Keller, said"
            or (kind == _UNNAMED and self._is_named_beside(statement, begin))
            # "it made officials say so", "it led them to believe"
            or (said in words["bare"] and self._is_caused(statement, begin))
            # "Maria Keller and others"
            or (joined > 0 and letters[joined - 1] in "Xn" and tape[last] in words["<left_over>"])
            # "the poll found ... voters said"
            or (tape[last] in words["<polled_group>"] and self._is_polled(verb, begin, end))
        ):
            return True
        felt = verb > stop and said in words["<feeling_of>"]
        if felt and not words["<habit>"].isdisjoint(tape[stop:verb]):
            return True  # "athletes often believe"
        if opening in words["when | whenever"]:
            return kind == _UNNAMED or said in words["present"]  # "when members say so"
        if opening in words["than"]:
            return said in words["<feeling_of>"]  # "older than experts thought"
        if opening in words["what | whatever"]:  # "what aides said was", "what aides have said"
            is_told = verb > stop or letters.startswith(("b", "h", "e"), behind)
            return said in words["saying"] and not (is_told and kind != _HEARSAY)
        return opening in words["you | no | not"]  # "you guys said"

    def _is_object(self, statement: list[int]) -> bool:
        """Whether people stand behind a preposition and do not say what follows."""
        letters = self._letters
        _, _, start, stop, verb, _ = statement
        if letters[start - 1] != "p" or verb < stop:
            return False
        if self.has_ending(verb, "ing"):
            return False  # "with a sailor saying so"
        return not re.search("[wt]", letters[start:verb])

    def _is_polled(self, verb: int, begin: int, end: int) -> bool:
        before, following = self.context_bounds(begin, end)
        near = self._tape[max(before, verb - _POLL) : min(following, verb + _POLL)]
        return not self._words["<poll>"].isdisjoint(near)

    def _is_named_beside(self, statement: list[int], begin: int) -> bool:
        """Whether one person's role stands beside a name."""
        letters = self._letters
        _, _, start, stop, *_ = statement
        if letters[start - 2 : start + 1] == "X,i" and letters[stop : stop + 1] == ",":
            return True  # "Harrow Aid, a network of nurses, which said so"
        several = "P" in letters[start:stop] and self._tape[start] not in self._words["one"]
        if letters[start] != "i" or several:
            return False
        if _NAMED_BEHIND.match(letters, stop):
            return True
        if letters[start - 1] != "b" and not letters.startswith(("w", ",w"), stop):
            return False
        return _PREDICATE.search(letters, max(begin, start - _NEAR), start) is not None

    def _is_one_outlet(self, start: int, head: int) -> bool:
        """Whether an outlet is a certain one that the text mentions or names, not one of many."""
        if self.has_ending(head, "s"):
            return False
        return self._letters[start] != "i" or self._letters.startswith(",X", head + 1)

    def _is_caused(self, statement: list[int], begin: int) -> bool:
        """Whether people are made to do or heard to do what the verb says."""
        tape = self._tape
        _, _, start, stop, verb, _ = statement
        if verb == stop + 1 and tape[stop] in self._words["to"]:
            return tape[verb] in self._words["<feeling_of>"]
        first = max(begin, start - 2)
        return verb == stop and self._patterns["caused"].search(tape, first, start + 1) is not None

    def _is_noun(self, statement: list[int], end: int) -> bool:
        """Whether the verb is a noun or modifies one, or the source belongs to a noun."""
        tape, letters, words = self._tape, self._letters, self._words
        _, _, start, stop, verb, behind = statement
        last, following = stop - 1, verb + 1
        if verb < last:  # "according to a Harrow poll"
            return letters[start : last + 2] in _NOMINAL
        if tape[verb] not in words["nominal"]:
            return False
        source = letters[start : last + 1]
        if source in ("s", "X"):
            return not letters.startswith(("t", "n", "d"), behind)  # "tougher claim rules"
        if self.has_ending(last, "ing"):
            return verb == stop  # "women taking charge"
        taken = tape[verb] in words["<taken_noun>"] and following < end
        if not taken or tape[following] not in words["<content>"] or self.has_ending(behind, "ing"):
            return False
        return tape[last] in words["<elided>"] or bool(re.search("[wt].*[ae]$", source))

    def _is_exclamation(self, statement: list[int], end: int) -> bool:
        """Whether people write about a thing, shout, or speak without a statement in the text."""
        kind, _, _, stop, verb, behind = statement
        said = self._tape[verb]
        if kind == _UNNAMED and self._patterns["written"].match(self._tape, verb, end):
            return True
        people = kind == _HEARSAY and self._tape[stop - 1] in self._words["people | person"]
        if people and said in self._words["saying"]:
            return not self.begins_content(behind, end)
        return said in self._words["<outcry>"]
