"""Sources that nobody can name, read off the attributions and the lexicon's own phrases."""

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from operator import attrgetter

from credscore.evidence import ANONYMOUS, Finding, Statement
from credscore.lexicon import Lexicon
from credscore.patterns import Rows
from credscore.signals.reading import Reading

_NAME = "anonymous_sources"
_ANONYMITY = ("anonymity_granted", "anonymity_sought", "name_kept_back", "not_to_be_named")
"""Rules that find how anonymity is told, and not whose it is."""
_WITHOUT_VERB = ("human_sources", "source_with")
"""Rules that find a source without what it tells."""
_JUDGED = ("is_sure", "judging_verb")
"""Cues of attitude that count where it is given in words: "called it “a joke”"."""
_DEFINITE = "definite"
"""The cue of people told of before, who count where they want not to be named."""
_GROUP = re.compile(
    r"[c&y\n\0\"]*(?:[pcy][^,\nPV]{1,12},)?(?:io)?[iqdma0eX]{0,5}(?:P|((?<=i)X(?=y?V)|X(?=y?[hb])))"
)
"""Several people with whom a sentence begins: "Fans said", "In May, most Harrovians were"."""
_SPEAKERS = re.compile(r"P[yhb]*V[.\"\n]*$")
"""Several people who said what a sentence holds: "“No,” residents said."."""
_ADJECTIVES = ("ar", "ary", "ble", "ed", "ful", "ic", "ing", "ional", "ive", "ly", "ous")
"""How words end that tell what a report is like, and not of which trade it is."""
_PATTERNS = {
    "untold": "<feeling_of> <ly>? ( about | at | for | in | of | over | to ) | <foreseeing> to"
    " | <agreeing> <ly>? ( in | on | to | with )"
    " | express~ <content>? <emotion> ( <word> ){0,2} ( . | after | at | in | over | with )",
    "written": "report~ ( about | on )"
    " | <written_on> ( about | for | <article> <content>? ( letter | book ) |"
    ' ( “ | " ) <content> <name> )',
    "taken": "<taken_noun> <content>",
    "nominal": "<verb_or_noun> | <taken_noun> | informed | detailed",
    "saying": "<feeling_of> | say | says | said | saying | tell | tells | told",
    "present": "<bare_form> | <singular_form> | write | writes | tell | tells",
    "content": 'that | <pronoun> | <det> | <name> | <capitals> | , | : | “ | " | <number> |'
    " <plural> | <possessive> | <be> | <modal_any> |"
    " <content>{1,3} ( <be> | <have> | <modal_any> | <ly> )",
    "is_sure": "<word> <any>{1,3} that",
    "judging_verb": '<naming> <word>{1,4} ( “ | " )'
    ' | <rating> <word>{0,5} as ( “ | " | <article> | not | too | <ly> )',
    "telling": "<say> | <believe> | according to | citing | cited | cites | quoted | quoting |"
    ' quotes | gave | give | gives | provide~ | share~ | “ | "',
    "share": "( % | <polled> ) of | ( <number> | <indefinite> ) in <number>",
    "apart": "and | but | although | though | while | with | , | ; | : | - | —",
    "again": "( one | two | all | both | most ) of the people | ( one | another | the ) person"
    " | the same? people",
    "talk": "<talk_noun> | <report_of> | <rumor_word> | claim% | theory | story",
    "document": "<document_sort> | <number> | <year>",
    "made_by": "( <ed> | <content> | in | on | <month> | <year> | <number> | last | this ){0,4}"
    " ( by | from | of ) <article>? <content>{0,2} ( <name> | <capitals> | <institution> )",
    "made_after": "report ,? <ed>? by <article>? <name>",
    "false": "( that | of | about ) <any>{1,25} ( is | are | was | were | been ) ( <also> | <ly> )*"
    ' ( “ | " )? ( <plainly_false> | debunked | denied | dismissed )',
}


@lru_cache(maxsize=256)
def _pattern(lexicon: Lexicon, name: str) -> re.Pattern[str]:
    """A pattern of _PATTERNS, or one that is given itself."""
    return lexicon.compile(f"( {_PATTERNS.get(name, name)} )")


def find(reading: Reading) -> Rows:
    """Source noun phrases of unnamed sources, and phrases that carry hearsay or anonymity."""
    return reading.lexicon.table.rows(_Findings(reading).find())


class _Findings:
    """The findings of one reading, and the tests that they pass."""

    def __init__(self, reading: Reading) -> None:
        self._reading, self._tape = reading, reading.tape
        self._letters = reading.sources.letters
        self._pattern = partial(_pattern, reading.lexicon)

    def find(self) -> Iterator[Finding]:
        """Each finding with its true kind and borders."""
        reading, findings = self._reading, self._merged()
        sentence, ends = reading.sentence, reading.text.body_ends.data
        sourced = [one for one in findings if one.cue not in _ANONYMITY]
        told = {sentence(one.start) for one in sourced if one.kind == "confidential"}
        article, hidden = 0, False  # whether the article had people who want not to be named
        for finding in findings:
            while ends[article] <= finding.start:
                article, hidden = article + 1, False
            span, start = sentence(finding.start), finding.start
            if finding.cue in _ANONYMITY:
                if span in told:
                    continue
                told.add(span)
                finding = self._with_source(finding)
            elif finding.kind == "hearsay":
                if self._is_no_talk(finding):
                    continue
                finding = self._of_people(finding)
            elif finding.kind == "unnamed":
                if self._has("share", max(span[0], start - 6), start):
                    continue
                finding = self._unnamed(finding, hidden)
            tells = finding.cue not in _WITHOUT_VERB or self._has("telling", *span)
            if tells and (finding.cue != _DEFINITE or finding.kind != "unnamed"):
                hidden |= finding.kind == "confidential"
                yield finding

    def _merged(self) -> list[Finding]:
        """The cues and the sources of what is said, one at a place."""
        reading, judged = self._reading, partial(self._begins, end=len(self._tape))
        said = reading.words_of(reading.sourced[_NAME])
        sources = [Finding(*one[2:4], _NAME, *one[:2]) for one in self._telling(said)]
        sources += [
            Finding(*one[2:4], _NAME, "unnamed", one.cue)
            for one in self._telling(reading.attributions)
            if (one.cue == _DEFINITE and self._is("people | person", one.source_end - 1))
            or (one.cue in _JUDGED and one.kind == "unnamed" and judged(one.cue, one.verb_start))
        ]
        findings: list[Finding] = []
        for finding in sorted(reading.cues(_NAME) + sources, key=attrgetter("start")):
            if not findings or finding.start >= findings[-1].end:
                findings.append(finding)
            elif finding.start == findings[-1].start and (
                finding.end > findings[-1].end
                or (finding.end < findings[-1].end and finding.kind == findings[-1].kind)
            ):
                findings[-1] = finding  # what is read as a source has its true borders
        return findings

    def _is(self, name: str, token: int) -> bool:
        return bool(self._pattern(name).fullmatch(self._tape, token, token + 1))

    def _has(self, name: str, start: int, end: int) -> bool:
        return bool(self._pattern(name).search(self._tape, start, end))

    def _ends(self, token: int, *letters: str) -> bool:
        text = self._reading.text
        return text.source.endswith(letters, 0, int(text.ends[token]))

    def _begins(self, name: str, token: int, end: int) -> bool:
        return bool(self._pattern(name).match(self._tape, token, end))

    def _telling(self, statements: tuple[Statement, ...]) -> Iterator[Statement]:
        """The statements but those of people who are not said to tell anything."""
        for one in statements:
            if one.kind in ("unnamed", "hearsay"):
                begin, end = self._reading.sentence(one.source_start)
                if self._is_untold(one, begin, end) or self._is_outcry(one, end):
                    continue
            yield one

    def _is_untold(self, one: Statement, begin: int, end: int) -> bool:
        """Whether people only feel, agree or are counted, or what they say is not told."""
        start, verb, behind = one.source_start, one.verb_start, one.verb_end
        last = one.source_end - 1
        if self._begins("untold", verb, end) or self._is("any", start):
            return True  # "worries about it", "agree on it", "any member says"
        if self._is_noun(one, end) or (self._is("per", verb) and self._letters[start] == "0"):
            return True  # "inmates facing charges", "some estimated tolls", "per 100 people"
        joined = self._letters.rfind("&", max(begin + 1, start - 1), last)
        if joined > 0 and self._letters[joined - 1] in "Xn" and self._is("<left_over>", last):
            return True  # "Maria Keller and others"
        if self._is("<polled_group>", last) and self._has("<poll>", *self._around(begin, end)):
            return True  # "the poll found ... voters said"
        if self._has("<habit>", last + 1, verb) and self._begins("<feeling_of>", verb, end):
            return True  # "athletes often believe"
        if self._is("when | whenever", start - 1):
            return self._begins("present", verb, end)  # "when members say so"
        if self._is("what | whatever", start - 1) and self._begins("saying", verb, end):
            told = self._letters.startswith(("b", "h", "e"), behind)  # "what aides said was"
            return one.kind == "hearsay" or not told
        return self._is("you | no | not", start - 1)  # "you guys said"

    def _is_noun(self, one: Statement, end: int) -> bool:
        """Whether the verb is a noun or a participle of one, or the source belongs to a noun."""
        letters, last, verb = self._letters, one.source_end - 1, one.verb_start
        if verb < last:  # "according to a Harrow poll"
            return letters[one.source_start : last + 2] in ("iXa", "iXs", "iX/", "dXa", "dXs")
        source, nominal = letters[one.source_start : last + 1], self._is("nominal", verb)
        if nominal and source in ("s", "X"):
            return not letters.startswith(("t", "n", "d"), one.verb_end)  # "tougher claim rules"
        if nominal and (self._ends(last, "ing") or self._is("to", last - 1)):
            return verb == last + 1  # "women taking charge", "citizens to post comments"
        if not self._begins("taken", verb, end) or self._ends(one.verb_end, "ing"):
            return False
        return self._is("<elided>", last) or bool(re.search("[wt].*[ae]$", source))

    def _is_outcry(self, one: Statement, end: int) -> bool:
        """Whether a judge rules, or people write on a thing, shout, or say what is not told."""
        last, verb = one.source_end - 1, one.verb_start
        if one.kind == "unnamed":
            return one.cue == "court_rules" or self._begins("written", verb, end)
        if self._is("people | person", last) and self._begins("saying", verb, end):
            return not self._begins("content", one.verb_end, end)
        return self._begins("<outcry>", verb, end)

    def _is_no_talk(self, finding: Finding) -> bool:
        """Whether a report is a document, talk is called false, or some are not said to talk."""
        (begin, end), head = self._reading.sentence(finding.start), finding.end - 1
        if self._is("<elided>", head):
            after = finding.end
            bare = self._is("<feeling_of>", after) and not self._begins("content", after + 1, end)
            counted = self._is("how | <article>", finding.start - 1)
            return bare or counted or self._letters.startswith("w", after)
        while not self._is("talk", head):
            head -= 1
            if head < finding.start:
                return False
        document = self._is("<report_of>", head) and self._is_document(head, begin, end)
        return document or self._begins("false", head + 1, end)

    def _is_document(self, head: int, begin: int, end: int) -> bool:
        """Whether a report is one of a trade, an office or an author who is named."""
        trade = head - 1
        noun = self._is("<lower>", trade) and not self._ends(trade, *_ADJECTIVES)
        if trade >= begin and (noun or self._is("document", trade)):
            return True
        if self._ends(head, "s"):
            return False  # "reports from Harrow"
        following = self._around(begin, end)[1]
        return self._begins("made_by", head + 1, end) or self._has("made_after", end, following)

    def _around(self, begin: int, end: int) -> tuple[int, int]:
        """From the sentence before a sentence to that behind it."""
        before = self._reading.sentence(begin - 1)[0] if begin else begin
        return before, self._reading.sentence(end)[1] if end < len(self._tape) else end

    def _of_people(self, finding: Finding) -> Finding:
        """ "Some" as unnamed people where it stands for people told of before."""
        start, (begin, end) = finding.start, self._reading.sentence(finding.start)
        bare = self._is("<elided>", finding.end - 1) and finding.end - start <= 2
        if not bare or self._is("as | that | what", start - 1):
            return finding
        before = self._letters[begin:start].strip('\n\0"')
        if len(before) > 2:
            if not self._is("apart", start - 1 - before.endswith("y")):
                return finding
            end = start
        else:
            begin, end = self._around(begin, end)[0], begin
        return finding._replace(kind="unnamed") if self._has_group(begin, end) else finding

    def _has_group(self, start: int, end: int) -> bool:
        """Whether a sentence begins with several people of a sort, or ends with what they said."""
        group = _GROUP.match(self._letters, start, end)
        if group is None or self._is("<no_group>", group.end() - 1):
            return bool(_SPEAKERS.search(self._letters, start, end))
        plural = not self._is("does | has | is | was", group.end())
        return not group[1] or (plural and self._ends(group.end() - 1, "s"))

    def _unnamed(self, finding: Finding, hidden: bool) -> Finding:
        """People whose anonymity is told, here or before, and writers of blogs by their kind."""
        again = hidden and self._pattern("again").fullmatch(self._tape, *finding[:2])
        if again or self._has("anonymous | anonymity", *finding[:2]):
            return finding._replace(kind="confidential")
        blogs = self._is("bloggers", finding.end - 1)
        return finding._replace(kind="hearsay") if blogs else finding

    def _with_source(self, finding: Finding) -> Finding:
        """A phrase of anonymity with the source before it: "a nurse who asked not to be named".

        Where it is the main clause, the source alone: "two nurses" of "two nurses spoke on ...".
        """
        sources, begin = self._reading.sources, self._reading.sentence(finding.start)[0]
        for at in range(finding.start, max(begin, finding.start - 5), -1):
            source = sources.subject(at, begin)
            if source is not None:
                if source.kind not in ANONYMOUS:
                    break
                relative = "w" in self._letters[source.end : finding.start]
                end = source.end if source.end < finding.start and not relative else finding.end
                return finding._replace(start=source.start, end=end)
            if self._letters[at - 1] not in "wVyhbea,":
                break
        return finding
