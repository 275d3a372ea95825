"""Hedges: words of doubt, where their clause leaves something open; see lexicons/hedges.toml.

A rule finds a word. This module reads the clause around two of them. "could" of an ability, of what
once was possible or of advice leaves nothing open, nor does "may" of a permission or a concession.
"claims" is a noun or a verb, what is asked of an insurer, or the taking of a thing.
"""

import functools
import re
from bisect import bisect_right

from credscore.evidence import Finding
from credscore.lexicon import Lexicon, NamedPatterns
from credscore.patterns import Rows
from credscore.signals.reading import Reading

_MODAL = re.compile(r"(?<!\w)May(?= (?:Have|Be|Not|Also|Never|Soon|Still|Yet|Face)(?!\w))")
"""If each word of a title has a capital, what follows tells the modal from month and name."""

_PAST = re.compile(r"\wed\b")
_AROUND = 120
"""Tokens to each side of a claim in which words of insurance stand, at most."""
_HEADLINE = 16
"""Tokens of a title that are read for words of insurance, at most."""
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
    "settled": "( <free_relative> | how <content>? | ( <proving> | confident ) sure? | before"
    f" | until | unless | so | wish~ | once | than ) that? {_SUBJECT} {_FILL}",
    "somebody": f"{_SOMEBODY} {_FILL}",
    "thought": f"<thinking> that? ( {_SOMEBODY} | <pronoun> | <name> ) {_FILL}",
    "object": f"( <preposition> | <ing> ) <det>? <content>{{0,3}} {_FILL}",
    "framed": f"<doubt_frame> ( ( <content> | <preposition> ){{0,5}} that )? {_SUBJECT} {_FILL}",
    "thing": f"( it | this | that ) {_FILL}",
    "question": "( how | what | why | where | when ) ( <name> | <word> | in <word>{1,3} )?",
    "person": f"( {_PERSON} | it ) {_FILL}",
    "counted": "( <number> | <possessive> | <dubious> | <hedge_adjective> | every | another | two )"
    " ”?",
    "handled": "( <claim_handler> | amid | despite ) <det>? ( <content> | and | “ | ” ){0,3}",
    "doubted": "<dubious> ( <content> | and | , ){0,2}",
    "governed": "( <be> | <ed> | <ing> | <have> ) <word>{0,4} <preposition> <det>? <content>{1,2}"
    " ( ( and | or ) <content> )?",
    "teller": "( <outlet_word> | insider | magazine | report | source | tabloid ) |"
    " ( a | an | another | one ) <content>{1,3}",
    "granted": "only <det>? <content>{1,3} ( <preposition> <content>{1,2} )? also?",
    "able": f"( <plain_speech> | <claiming> ) that? {_PERSON} {_FILL}",
    "ruled": "( court | judge% | justices | jury | tribunal ) <word>{0,2}"
    f" ( decided | found | held ) <word>{{0,3}} that {_SUBJECT} {_FILL}",
    "whom": f"( who | which | whom | what | as | than ) {_SUBJECT} {_FILL}",
    "quoted": '( ” | “ | , | " )',
    "ended": "( <preposition> | <ing> | make~ | that | <dubious> | <hedge_adjective> ) <det>?"
    " <content>{1,3}",
}
_AFTER = {  # what may begin where a cue ends
    "inverted": "( <pronoun> | <det> <content> | someone | anyone | there | this | <name>{1,3} )"
    " ( <ly> | <also> )* ( <content> | have | be )",
    "open": "( <ly> | even | already | soon | well | one day )* ( <open_adverb> | be able )",
    "befall": f"{_FILL} ( <befall> | prove <ly>? <lower> |"
    " be ( <article> | <ing> | dead | among | in | at | one ) )",
    "undone": f"( not | well | <ly> | <also> )* have {_FILL} {_DONE}",
    "perfect": f"( not | well | <ly> | <also> )* have {_FILL} ( <content> | been )",
    "prevented": f"( not | well | <ly> | <also> )* have {_FILL} ( <prevented> | been <prevented> )",
    "permitted": "not? also? <ly>? <legal_act>",
    "allowed": "not? also? be <ly>? <legal_act>",
    "content": "that | <pronoun> | about | made by | ( from | by | of ) ( <name> | <article> )",
    "rated": "( <be> | was ) ( <ly> | <also> )* <dubious>",
    "is": "<be> | <have>",
    "to_be": "to ( be | have )",
    "but": "( not | well | all )* ( be | have ) <any>{1,24} ( , | — | - ) ( but | yet )",
    "yet": "( not | <content> | be | have ) <any>{1,16} ( but then |"
    " ( , | — | - ) ( but | yet ) ( <pronoun> | <det> | <name> | in | at | there ) )",
    "taken": "( <article> | <possessive> | <number> | no | any ) <content>{1,3}"
    " ( . | ; | for | from | after | when | with )",
    "general": "<general_verb>",
    "same": "the ( same | opposite | contrary )",
    "passive": f"{_FILL} be",
    "end": "( . | ; )",
}
_ANYWHERE = {
    "insured": "<insurance_word>",
    "paid": "<insurance_word> | <payment_word>",
    "without": "without",
    "frame": "<doubt_frame>",
    "law": "<law_word> | under <article> <content>{0,2} ( act | bill | code | order | scheme )",
    "contrast": "but | yet",
    "close": ", | ; | that | which | who | whose",
    "verbal": "<past_form> | <present_form> | <be> | <have> | <modal_any> | <do> | <done>",
    "past": "<past_form> | <narrated>",
    "unreal": "if ( i | he | she | it | this | that | there | <det> <content>{1,2} ) were"
    " not? ( <det> | <preposition> | true | real | so ) | if not for |"
    f" if {_SUBJECT} had <also>? not",
    "otherwise": "if <any>{1,8} ( had | would ) | otherwise | but for |"
    " had ( <pronoun> | <det> | <name> | not )",
}


@functools.cache
def _words(lexicon: Lexicon) -> NamedPatterns:
    return NamedPatterns({**_BEFORE, **_AFTER, **_ANYWHERE}, _BEFORE, lexicon)


class _Clause:
    """A cue at tokens `start` to `end` of a sentence, and what stands around it."""

    __slots__ = ("begin", "end", "near", "signs", "start", "stop", "words")

    def __init__(self, reading: Reading, words: NamedPatterns, signs: str, cue: Finding) -> None:
        self.words, self.signs = words, signs
        self.start, self.end = start, end = cue.start, cue.end
        first, last = reading.sentence(start)
        self.begin = first if first > start - _FAR else start - _FAR
        self.stop = last if last < end + _FAR else end + _FAR
        self.near = first if first > start - _NEAR else start - _NEAR

    def before(self, names: str) -> bool:
        """Whether what one of the names stands for ends where the cue begins."""
        return self.words[names].search(self.signs, self.near, self.start) is not None

    def after(self, names: str) -> bool:
        """Whether what one of the names stands for begins where the cue ends."""
        return self.words[names].match(self.signs, self.end, self.stop) is not None

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
    if (before("question") and after("inverted")) or clause.holds("unreal"):
        return False
    framed = clause.earlier("frame")
    if after("undone"):
        open_past = framed or before("thing")
        return open_past and not (
            after("prevented") or clause.later("otherwise") or clause.later("without")
        )
    if before("settled"):
        return False
    if after("open") or (after("befall") and not before("thought")):
        return True
    if before("thought ruled") or (before("able") and not after("passive")):
        return False
    if before("somebody") and not before("object"):
        return before("framed")
    return framed or not clause.earlier("past")


def _may_counts(clause: _Clause) -> bool:
    """Whether "may" or "might" leaves open what is or will be."""
    before, after = clause.before, clause.after
    if after("general") and not clause.earlier("frame"):
        return False
    granted = clause.later("contrast") and (
        after("but") or (after("yet") and not clause.earlier("frame"))
    )
    if granted or before("granted") or clause.holds("unreal"):
        return False
    if before("question") and after("inverted"):
        return False
    if after("allowed") or (after("permitted") and clause.holds("law")):
        return before("person")
    return not (after("perfect") and clause.later("otherwise"))


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
    if not _JUDGED.isdisjoint([cue.cue for cue in cues]):
        words = _words(reading.lexicon)
        signs = words.symbols.of(reading.codes)
        read = (_read(reading, words, signs, cue) if cue.cue in _JUDGED else cue for cue in cues)
        cues = [cue for cue in read if cue]
    if not modals:
        return reading.lexicon.table.rows(cues)
    taken = {finding.start for finding in cues}
    findings = sorted([*cues, *(modal for modal in modals if modal.start not in taken)])
    return reading.lexicon.table.rows(findings)


def _of_money(clause: _Clause, reading: Reading) -> bool:
    """Whether a claim is one on an insurer: the words around it are of insurance."""
    if clause.after("content rated"):
        return False
    starts = reading.text.title_starts.data
    title = starts[bisect_right(starts, clause.start) - 1]
    insured, paid = clause.words["insured"], clause.words["paid"]
    if insured.search(clause.signs, title, title + _HEADLINE):
        return True
    first, last = max(title, clause.start - _AROUND), clause.end + _AROUND
    if clause.before("doubted") or not insured.search(clause.signs, first, last):
        return False
    return sum(1 for _ in paid.finditer(clause.signs, first, last)) > 2


def _takes_a_thing(clause: _Clause, reading: Reading) -> bool:
    """Whether a claim is made to a thing: the verb has an object and no clause."""
    if not clause.after("taken") or clause.after("same") or clause.before("quoted"):
        return False
    close = clause.words["close"].search(clause.signs, clause.end, clause.stop)
    stop = close.start() if close else clause.stop
    text = reading.text
    behind = text.source[text.ends[clause.end - 1] : text.ends[stop - 1]]
    verbal = clause.words["verbal"].search(clause.signs, clause.end, stop)
    return not (verbal or _PAST.search(behind))


def _read_claim(clause: _Clause, reading: Reading, cue: Finding) -> Finding | None:
    """A claim as the noun or the verb that it is; None if it is one of insurance."""
    if cue.kind == "verb" and _takes_a_thing(clause, reading):
        return None
    text = reading.text
    word = text.source[text.starts[cue.start] : text.ends[cue.start]].lower()
    if word not in ("claim", "claims"):
        return cue
    if _of_money(clause, reading):
        return None
    if cue.kind == "noun":
        is_verb = clause.before("whom") and clause.after("is")
        return cue._replace(kind="verb") if is_verb else cue
    if clause.before("whom") or clause.after("to_be"):
        return cue
    of_one = word == "claims" and clause.before("teller")
    is_noun = (
        clause.before("handled")
        or (clause.before("ended") and clause.after("end"))
        or (not of_one and clause.before("counted doubted governed"))
    )
    return cue._replace(kind="noun") if is_noun else cue


_MODALS = {"modal_could": _could_counts, "modal_may": _may_counts}
_JUDGED = frozenset({*_MODALS, "claim_noun", "claim_verb"})
"""The cues whose clause is read."""


def _read(reading: Reading, words: NamedPatterns, signs: str, cue: Finding) -> Finding | None:
    """What a cue is in its clause; None if it is no hedge."""
    clause = _Clause(reading, words, signs, cue)
    if cue.cue in _MODALS:
        return cue if _MODALS[cue.cue](clause) else None
    return _read_claim(clause, reading, cue)
