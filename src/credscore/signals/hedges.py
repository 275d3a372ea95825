"""Hedges: words of doubt, where their clause leaves something open; see lexicons/hedges.toml.

A rule finds a word. This module reads the clause around two of them. "could" of an ability, of what
once was possible or of advice leaves nothing open, nor does "may" of a permission or a concession.
"claims" is a noun or a verb, or what is asked of an insurer.
"""

import functools
import re
from bisect import bisect_right

from credscore.evidence import Finding
from credscore.lexicon import Lexicon, Symbols
from credscore.patterns import Rows
from credscore.signals.reading import Reading

_MODAL = re.compile(r"(?<!\w)May(?= (?:Have|Be|Not|Also|Never|Soon|Still|Yet|Face)(?!\w))")
"""If each word of a title has a capital, what follows tells the modal from month and name."""

_AROUND = 40
"""Tokens to each side of a claim in which words of insurance stand, at most."""
_FAR = 60
"""Tokens of its sentence to each side of a cue that are read, at most."""
_NEAR = 16
"""Tokens before a cue in which the subject of its clause and what governs it stand, at most."""

_FILL = "( <ly> | <also> )*"
_SUBJECT = """( <pronoun> | there | <anyone> | one | this | that | these | those |
 <det>? <number>? <content>{1,3} ( ( of <det>? | 's | ' ) <content>{1,2} )? |
 <name>{1,3} )"""
_PERSON = "( he | she | they | i | we | you )"
_SOMEBODY = f"""( {_PERSON} | who | <generic> | <anybody> | one | <anyone> | nobody |
 <kin> | <role> | <role_plural> | <office> | <office_holders> | <speaker> )"""
_DONE = "( <ed> | <done> | <prevented> | <verified> | <media_verb> | <past_form> | <stance_past> )"

_BEFORE = {  # what may end where a cue begins
    "asked_for": f"( <free_relative> | how <content>? ) that? {_SUBJECT} {_FILL}",
    "somebody": f"{_SOMEBODY} {_FILL}",
    "only": "( only <article>? | no | not <article> | few | neither | nor ) <content>{0,2}",
    "proved": f"<proving> sure? that? {_SUBJECT} {_FILL}",
    "thought": f"<thinking> that? ( {_SOMEBODY} | <pronoun> | <name> ) {_FILL}",
    "until": f"( before | until | unless | so | so that | wish~ | once ) {_SUBJECT} {_FILL}",
    "object": f"( <preposition> | <ing> ) <det>? <content>{{0,3}} {_FILL}",
    "framed": f"<doubt_frame> ( ( <content> | <preposition> ){{0,5}} that )? {_SUBJECT} {_FILL}",
    "thing": f"( it | this | that ) {_FILL}",
    "compared": f"than {_SUBJECT} {_FILL}",
    "question": "( how | what | why | where | when ) ( <name> | <word> | in <word>{1,3} )?",
    "whatever": "<whichever> <word>{0,6}",
    "as_one": f"as ( <pronoun> | one ) {_FILL}",
    "called": f"<anyone> <lower>? who {_FILL}",
    "either": "( may | might ) or",
    "asker": f"( <pronoun> | one | people | many | others | <anybody> ) {_FILL}",
    "any_of": f"( any | every | anything | everything ) <content>{{0,2}} that? {_PERSON} {_FILL}",
    "person": f"( {_PERSON} | it ) {_FILL}",
    "counted": "( <number> | <possessive> | <dubious> | <hedge_adjective> | every | another | two )"
    " ”?",
    "handled": "( <claim_handler> | amid | despite ) <det>? ( <content> | and | “ | ” ){0,3}",
    "doubted": "<dubious> ( <content> | and | , ){0,2}",
    "governed": "( <be> | <ed> | <ing> | <have> ) <word>{0,4} <preposition> <det>? <content>{1,2}"
    " ( ( and | or ) <content> )?",
    "teller": "( <outlet_word> | insider | magazine | report | source | tabloid )",
    "one": "( a | an | another | one ) <content>{1,3}",
    "whom": f"( who | which | whom | what | as | than ) {_SUBJECT} {_FILL}",
    "custom": "( other times | at times | in some cases | <now_and_then> ) ,? <word>{0,3}",
}
_AFTER = {  # what may begin where a cue ends
    "inverted": "( <pronoun> | <det> <content> | someone | anyone | there | this | <name>{1,3} )"
    " ( <ly> | <also> )* ( <content> | have | be )",
    "open": "( <ly> | even | already | soon | well | one day )* ( <open_adverb> | be able )",
    "befall": f"{_FILL} ( <befall> | prove <ly>? <lower> |"
    " be ( <article> | <ing> | dead | among | in | at | one ) )",
    "advised": f"{_FILL} ( do | have done )",
    "undone": f"( not | well | {_FILL} )* have {_FILL} {_DONE}",
    "prevented": f"( not | well | {_FILL} )* have {_FILL} ( <prevented> | been <prevented> )",
    "seem": f"( not | well | all | {_FILL} )* ( seem | sound | appear )",
    "say": "( well | also )? ( <musing> | be ( wondering | thinking | asking ) )",
    "permitted": "not? also? <ly>? <legal_act>",
    "allowed": "not? also? be <ly>? <legal_act>",
    "or_not": "or ( may | might ) not",
    "content": "that | <pronoun> | about | made by | ( from | by | of ) ( <name> | <article> )",
    "rated": "( <be> | was ) ( <ly> | <also> )* <dubious>",
    "is": "<be> | <have>",
    "to_be": "to ( be | have )",
    "but": "( not | well | all )* ( be | have ) <any>{1,24} ( , | — | - ) ( but | yet )",
}
_ANYWHERE = {
    "insured": "<insurance_word>",
    "paid": "<insurance_word> | <payment_word>",
    "without": "without",
    "frame": "<doubt_frame>",
    "law": "<law_word>",
    "past": "<past_form> | <narrated>",
    "otherwise": "if | had ( <pronoun> | <det> | <name> | not )",
}


_PATTERNS = {**_BEFORE, **_AFTER, **_ANYWHERE}


class _Words(dict[str, re.Pattern[str]]):
    """The patterns of this module by name, over `symbols`, compiled when they are asked for."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.symbols = Symbols(_PATTERNS.values(), lexicon)

    def __missing__(self, name: str) -> re.Pattern[str]:
        border = r"\Z" if name in _BEFORE else ""
        self[name] = re.compile(f"(?:{self.symbols.expression(_PATTERNS[name])}){border}")
        return self[name]


_words = functools.cache(_Words)


class _Clause:
    """A cue at tokens `start` to `end` of a sentence, and what stands around it."""

    __slots__ = ("begin", "end", "signs", "start", "stop", "words")

    def __init__(self, reading: Reading, words: _Words, signs: str, cue: Finding) -> None:
        self.words, self.signs = words, signs
        self.start, self.end = cue.start, cue.end
        first, last = reading.sentence(cue.start)
        self.begin, self.stop = max(first, cue.start - _FAR), min(last, cue.end + _FAR)

    def before(self, *names: str) -> bool:
        """Whether what one of the names stands for ends where the cue begins."""
        first = max(self.begin, self.start - _NEAR)
        return any(self.words[name].search(self.signs, first, self.start) for name in names)

    def after(self, *names: str) -> bool:
        """Whether what one of the names stands for begins where the cue ends."""
        return any(self.words[name].match(self.signs, self.end, self.stop) for name in names)

    def earlier(self, name: str) -> bool:
        """Whether the sentence holds what `name` stands for before the cue."""
        return self.words[name].search(self.signs, self.begin, self.start) is not None

    def holds(self, name: str) -> bool:
        """Whether the sentence holds what `name` stands for."""
        return self.words[name].search(self.signs, self.begin, self.stop) is not None

    def later(self, name: str) -> bool:
        """Whether the sentence holds what `name` stands for behind the cue."""
        return self.words[name].search(self.signs, self.end, self.stop) is not None


def _could_counts(clause: _Clause) -> bool:
    """Whether "could" leaves open what is or will be."""
    before, after = clause.before, clause.after
    if before("question") and after("inverted"):
        return False
    framed = clause.earlier("frame")
    if after("undone"):
        open_past = framed or before("thing")
        return open_past and not (
            after("prevented") or clause.later("otherwise") or clause.later("without")
        )
    if after("advised") or before("asked_for", "only", "proved", "until", "as_one", "compared"):
        return False
    if after("open"):
        return True
    if before("thought"):
        return False
    if after("befall"):
        return True
    if before("somebody") and not before("object"):
        return before("framed")
    return framed or not clause.earlier("past")


def _may_counts(clause: _Clause) -> bool:
    """Whether "may" or "might" leaves open what is or will be."""
    before, after = clause.before, clause.after
    if after("seem", "or_not", "but") or before(
        "whatever", "as_one", "called", "either", "custom", "compared", "any_of"
    ):
        return False
    if (before("question") and after("inverted")) or (before("asker") and after("say")):
        return False
    if after("allowed") or (after("permitted") and clause.holds("law")):
        return before("person")
    return not (after("undone") and clause.later("otherwise"))


def find(reading: Reading) -> Rows:
    """Every cue of the lexicon whose clause leaves something open, and modals in titles.

    In titles whose words have capitals the form tells the modal.
    """
    cues, text = reading.cues("hedges"), reading.text
    modals = []
    for article, title in enumerate(text.pieces[::2]):
        if "May " in title:
            for match in _MODAL.finditer(title):
                at = text.title_offsets[article] + match.start()
                token = int(text.starts.searchsorted(at))
                modals.append(Finding(token, token + 1, "hedges", "modal", "modal_in_title"))
    if cues:
        words = _words(reading.lexicon)
        signs = words.symbols.of(reading.codes)
        read = (_read(reading, words, signs, cue) for cue in cues)
        cues = [cue for cue in read if cue]
    if not modals:
        return reading.lexicon.table.rows(cues)
    taken = {finding.start for finding in cues}
    findings = sorted([*cues, *(modal for modal in modals if modal.start not in taken)])
    return reading.lexicon.table.rows(findings)


def _of_money(clause: _Clause, reading: Reading) -> bool:
    """Whether a claim is one on an insurer: the words around it are of insurance."""
    starts = reading.text.title_starts.data
    first = starts[bisect_right(starts, clause.start) - 1]
    first, last = max(first, clause.start - _AROUND), clause.end + _AROUND
    insured, paid = clause.words["insured"], clause.words["paid"]
    if clause.after("content", "rated") or clause.before("doubted"):
        return False
    if not insured.search(clause.signs, first, last):
        return False
    return sum(1 for _ in paid.finditer(clause.signs, first, last)) > 1


def _read_claim(clause: _Clause, reading: Reading, cue: Finding) -> Finding | None:
    """A claim as the noun or the verb that it is; None if it is one of insurance."""
    if _of_money(clause, reading):
        return None
    if cue.kind == "noun":
        is_verb = clause.before("whom") and clause.after("is")
        return cue._replace(kind="verb") if is_verb else cue
    word = reading.text.source[reading.text.starts[cue.start] : reading.text.ends[cue.start]]
    if word.lower() not in ("claim", "claims") or clause.before("whom") or clause.after("to_be"):
        return cue
    of_one = word.lower() == "claims" and clause.before("one", "teller")
    is_noun = clause.before("handled") or (
        not of_one and clause.before("counted", "doubted", "governed")
    )
    return cue._replace(kind="noun") if is_noun else cue


_TESTS = {"modal_could": _could_counts, "modal_may": _may_counts}
_CLAIMS = frozenset({"claim_noun", "claim_verb"})


def _read(reading: Reading, words: _Words, signs: str, cue: Finding) -> Finding | None:
    """What a cue is in its clause; None if it is no hedge."""
    if cue.cue in _TESTS:
        return cue if _TESTS[cue.cue](_Clause(reading, words, signs, cue)) else None
    if cue.cue in _CLAIMS:
        return _read_claim(_Clause(reading, words, signs, cue), reading, cue)
    return cue
