"""Writes the tape in letters: one ASCII letter for each role that a word can have in a source.

Sources are then found by short expressions over these letters (_words.py, phrases.py).

| letter | word | letter | word |
|---|---|---|---|
| `R` `P` | a role, several | `V` | verb of speech, belief or stance |
| `Q` | office holders | `b` | form of be |
| `C` | confidential noun | `h` | have, do, let, modal, negation |
| `H` | talk and rumour | `n` | pronoun |
| `L` | outlet | `w` `t` | who; that, which |
| `T` | document | `o` `p` | of; preposition |
| `I` `S` `O` | institution, speaker, office | `c` `&` | conjunction; and, or |
| `X` `U` | name, word in capitals | `M` | day or month |
| `m` | modifier of a source | `y` | adverb |
| `a` `e` | any other word, one in -ed or -ing | `d` `q` | determiner, possessive |
| `s` | any other plural noun | `i` `0` | indefinite, number |
| `g` | genitive | marks | themselves; a quotation mark is `"` |
"""

import functools
import re

import numpy as np
import numpy.typing as npt

from credscore.attribution.spellings import Letters, mark_spellings
from credscore.lexicon import Lexicon
from credscore.patterns import expand
from credscore.text import CAPITALS, ED, ING, LY, NAME, NUMBER, PLAIN, PLURAL, YEAR, Text

NAMES = "XU"
HEADS = "XURPCHLTIOSQs"  # can be the head of a source noun phrase
PARTS = "mesaXURPCHLTIOSQ"  # can stand inside a noun phrase
JOINTS = "'g"  # join words of a noun phrase
DETERMINERS = "dq"  # can begin a noun phrase
COUNTS = "i0"  # tell how many; they stand behind or in place of a determiner
PREPOSITIONS = "op"  # join two noun phrases
MODIFIERS = "ayem"  # can stand beside a preposition that joins two noun phrases
ADVERBS = "y"
AUXILIARIES = "hb"
CLAUSES = "nVeb"  # show that a clause has its own subject or verb
FIRST = ',.:;"\n-ctV'  # can stand before a subject
BOUNDARIES = ',.:;"\n&ct-'  # a noun phrase begins behind one of them

_BEFORE_ROLES = (
    ("m", "<role_modifier> <hearsay_modifier> <close_to>"),
    ("V", "<say> <believe> <judge> <stance> <stance_act>"), ("a", "<verb_or_noun> <noun_in_ly>"),
    ("T", "<paper>"), ("I", "<institution> <body> <body_name>"), ("L", "<outlet>"),
    ("H", "<hearsay_noun>"), ("S", "<speaker>"),
)  # fmt: skip
_BEHIND_ROLES = (
    ("O", "<office>"), ("S", "<household>"), ("Q", "<office_holders>"), ("P", "<role_plural>"),
    ("C", "<confidential_noun>"), ("y", "<also> <speech_gap>"), ("b", "<be>"),
    ("h", "<have> <modal_any> <do> <negation> let lets helps helped makes"),
    ("M", "<weekday> <month> <day_word>"),
    ("p", "<preposition> <far_preposition>"), ("c", "<conjunction> <question_word>"),
    ("n", "<pronoun>"), ("d", "<det>"), ("i", "<indefinite>"), ("q", "<possessive>"),
    ("g", "<genitive>"), ("o", "of"), ("&", "and or"), ("w", "who"), ("t", "that which"),
    ("c", "as after before since until"), ("y", "herself himself itself themselves"),
)  # fmt: skip
"""The letters of words and classes; a later entry overrides an earlier one."""
_SHAPES = (
    ("a", PLAIN), ("s", PLURAL), ("y", LY), ("e", ED + ING), ("X", NAME), ("U", CAPITALS),
    ("0", NUMBER + YEAR), ('"', "“”"), ("-", "—"), ("'", "/"), (".", "…"),
)  # fmt: skip
_PERIOD, _WHICH, _AGO, _MOMENT = 1, 2, 3, 4
_OUTSIDE, _PARTICIPLE, _ONE, _THINK, _TANK, _THAN, _POSTED = 1, 2, 3, 4, 5, 6, 7
_GOING_ON, _ONGOING, _SINCE, _EACH, _CHIEF, _PRESS, _TIME = 8, 9, 10, 11, 12, 13, 14
_VERBAL, _COUNTED, _COUNTING, _OWNING, _NOUNS, _ROLES, _MODIFYING, _OPENING, _NAMES, _SHARING = (
    np.isin(np.arange(256), list(letters))
    for letters in (
        b"Vhb", b"0i", b"dqi0", b"dq", b"RPCas", b"RPCOSQm", b"em", b"XUIPSd", b"XU", b"XUPRCSQOn",
    )
)  # fmt: skip
_DIGITS = 2
"""The most digits in the number of a channel."""
_SAID, _HELD, _NOBODY, _BODY = 1, 2, 3, 4
_OPEN, _BEFORE_CLAUSES, _CLOSED, _BETWEEN, _HELD_OF, _MODIFIED = (
    np.isin(np.arange(256), list(letters))
    for letters in (b"amV", b'\0\n.?!:;"-&(', b",.?!-", b"hy", b"dqtXUniaPRTHMs", b"aesmTHI0")
)
"""_OPEN: may be a name at the beginning of a clause. _BEFORE_CLAUSES: stands before a clause.
_CLOSED: ends a quotation. _BETWEEN: stands before the verb. _HELD_OF: begins a verb's object.
_MODIFIED: may have a participle before it."""
_REREAD = ("0:0", "0::"), ('X"X"X', "X'X'X"), ("X(X)X", "X'X'X")
"""The minutes of a time of day count no people: "18:10 Police said". A nickname is in a name."""
_TOWN = re.compile(r"(iX{1,3}),(?=[UX][aemIX]{0,3}R)")
"""A town before its region: "a Harrow, Lorwick nurse"."""


@functools.lru_cache(maxsize=4)
def _table(lexicon: Lexicon) -> Letters:
    table = np.full(1 << 16, ord("a"), np.uint8)
    table[: 1 << 7] = np.arange(1 << 7)
    for letter, shapes in _SHAPES:
        table[[*map(ord, shapes)]] = ord(letter)
    for letter, ending in (("y", "ly"), ("e", "ed"), ("e", "ing")):
        table[lexicon.vocabulary.codes_of_ending(ending)] = ord(letter)
    for names in ("<honorific>", "<moment>"):
        table[lexicon.codes(names)[1::2]] = ord("X")  # "Mr", "Time", not "miss"
    roles = [expand(entry) for entry in lexicon.files["attribution"].classes["role"]]
    plural = " ".join(form for _, *forms in roles for form in forms)
    for letter, names in (*_BEFORE_ROLES, ("R", "<role>"), ("P", plural), *_BEHIND_ROLES):
        characters = "".join(map(lexicon.characters, names.split()))
        table[[*map(ord, characters)]] = ord(letter)
    return table


@functools.lru_cache(maxsize=4)
def _times(lexicon: Lexicon) -> Letters:
    """The role of every tape code in a phrase of time: _PERIOD, _WHICH, _AGO or _MOMENT."""
    table = np.zeros(1 << 16, np.uint8)
    table[lexicon.codes("<time_word>")], table[lexicon.codes("<ago>")] = _PERIOD, _AGO
    table[lexicon.codes("<moment>")[::2]] = _MOMENT
    for word in ("last", "this", "next"):
        table[lexicon.codes(word)] = _WHICH
    return table


def _mark_times(letters: Letters, codes: npt.NDArray[np.uint16], lexicon: Lexicon) -> None:
    """Give times before a verb the letters of adverbs or days: "Bo Li last week said"."""
    times = _times(lexicon).take(codes)
    ends = (times[:-1] > 0).nonzero()[0]
    ends = ends[_VERBAL[letters[ends + 1]]]
    last = ends[(times[ends] == _PERIOD) & (times[ends - 1] == _WHICH)]
    ago = ends[(times[ends] == _AGO) & (letters[ends - 1] != ord("\n"))]
    ago = ago[_COUNTED[letters[ago - 2]]]
    of_day = ends[(times[ends] == _PERIOD) & (letters[ends - 1] == ord("M"))]  # "Friday night"
    for tokens in (last, last - 1, ago, ago - 1, ago - 2, of_day):
        letters[tokens] = ord("y")
    moments = (times[:-1] == _MOMENT).nonzero()[0]
    moments = moments[_OPENING[letters[moments + 1]] & (letters[moments - 1] == ord("d"))]
    letters[moments] = ord("c")  # "at the time Bo Li said"
    days = ((letters[:-2] == ord("M")) & (letters[1:-1] == ord("0"))).nonzero()[0] + 1
    counts_nobody = _VERBAL[letters[days + 1]] | (codes[days] == ord(YEAR))
    letters[days[counts_nobody]] = ord("M")  # "on May 3", not "on Monday 40 people"


@functools.lru_cache(maxsize=4)
def _phrase_parts(lexicon: Lexicon) -> Letters:
    """The role of every tape code in a noun phrase: _OUTSIDE, _PARTICIPLE, _ONE, ..."""
    table = np.zeros(1 << 16, np.uint8)
    for word in ("first", "inside", "outside"):
        table[lexicon.codes(word)] = _OUTSIDE
    table[lexicon.vocabulary.codes_of_ending("ed")] = _PARTICIPLE
    table[lexicon.codes("<one_of_many>")] = _ONE
    table[lexicon.codes("than")] = _THAN
    table[lexicon.codes("think")], table[lexicon.codes("tank%")] = _THINK, _TANK
    table[lexicon.codes("posted")] = _POSTED
    table[lexicon.codes("<going_on>")] = _GOING_ON
    table[lexicon.codes("since")], table[lexicon.codes("<each>")] = _SINCE, _EACH
    table[lexicon.codes("chief")] = table[lexicon.codes("head")] = _CHIEF
    table[lexicon.codes("press")], table[lexicon.codes("time")] = _PRESS, _TIME
    table[lexicon.vocabulary.codes_of_ending("ing")] = _ONGOING
    return table


def _mark_modifiers(letters: Letters, codes: npt.NDArray[np.uint16], lexicon: Lexicon) -> None:
    """Give words inside a noun phrase the letters of its parts: "an outside expert"."""
    inside = _phrase_parts(lexicon).take(codes)
    at = (inside[:-1] == _THAN).nonzero()[0]
    at = at[_COUNTED[letters[at - 1]] & _COUNTED[letters[at + 1]]]
    letters[at] = ord("i")  # "more than 20 sailors"
    at = (letters[:-2] == ord("y")).nonzero()[0]
    at = at[_COUNTING[letters[at - 1]] & _MODIFYING[letters[at + 1]] & _ROLES[letters[at + 2]]]
    letters[at] = ord("m")  # "a newly hired official"
    at = (inside[:-1] == _OUTSIDE).nonzero()[0]
    if at.size:
        quoted = letters[at - 1] == ord('"')  # "an “inside source”"
        beside = _COUNTING[letters[at - 1 - quoted]] & _ROLES[letters[at + 1]]
        letters[at[beside]] = ord("m")
    at = ((inside[:-2] == _THINK) & (inside[1:-1] == _TANK)).nonzero()[0]
    letters[at], letters[at + 1] = ord("m"), ord("I")  # "a think tank"
    at = ((inside[:-2] == _PRESS) & (inside[1:-1] == _TIME)).nonzero()[0]
    letters[at] = ord("a")  # "by press time"
    at = (inside[1:] == _POSTED).nonzero()[0] + 1
    letters[at[letters[at - 1] == ord("T")]] = ord("e")  # "a video posted on Monday"
    at = ((inside[:-1] == _GOING_ON) & (inside[1:] == _ONGOING)).nonzero()[0]
    letters[at[letters[at + 1] == ord("V")]] = ord("h")  # "two aides kept saying"
    at = (inside[1:-1] == _SINCE).nonzero()[0] + 1
    letters[at[(letters[at - 1] == ord("h")) & _VERBAL[letters[at + 1]]]] = ord("y")  # "has since"
    at = (inside[1:-1] == _EACH).nonzero()[0] + 1
    letters[at[_SHARING[letters[at - 1]] & _VERBAL[letters[at + 1]]]] = ord("y")  # "Bo and Li both"
    at = (inside[:-2] == _CHIEF).nonzero()[0] + 1
    at += letters[at] == ord("m")
    letters[at[letters[at] == ord("R")]] = ord("O")  # "the chief (medical) officer"
    at = ((letters == ord("V")) & (inside == _PARTICIPLE))[:-1].nonzero()[0]
    at = at[_NOUNS[letters[at + 1]]]
    if at.size:
        letters[at[_OWNING[letters[at - 1]] | (inside[at - 1] == _ONE)]] = ord("e")


@functools.lru_cache(maxsize=4)
def _speech_verbs(lexicon: Lexicon) -> Letters:
    """For every tape code: a verb that is no noun is _SAID or _HELD; a subject _NOBODY or _BODY."""
    table = np.full(1 << 16, _HELD, np.uint8)
    table[lexicon.codes("<say>")] = _SAID
    table[lexicon.codes("<deny>")] = _HELD
    for name in ("<bare_form>", "<verb_or_noun>", "<noun_of_talk>"):
        table[lexicon.codes(name)] = 0
    table[lexicon.vocabulary.codes_of_ending("ing")] = 0
    table[lexicon.codes("<negator>")] = _NOBODY
    table[lexicon.codes("<body_told>")[::2]] = _BODY
    return table


def _mark_speakers(
    letters: Letters, text: Text, codes: npt.NDArray[np.uint16], lexicon: Lexicon
) -> None:
    """Give a word that opens a clause the letter of a name if it says something: "Target said it".

    Numbers with a capital get it, too ("3M said"). In "Visa denied to many", "Visa" denies nothing.
    """
    verbs = (letters[2:] == ord("V")).nonzero()[0] + 2
    table, at = _speech_verbs(lexicon), verbs - 1
    spoken = table[codes[verbs]]
    after = letters.take(verbs + 1, mode="clip")
    owned = (letters[at] == ord("g")) & (spoken == _SAID) & ~_MODIFIED[after]
    owned &= (letters[at - 2] == ord("o")) | (letters[at - 3] == ord("o"))
    letters[at[owned]] = ord("y")  # "a friend of Keller's said"
    for _ in range(2):
        at -= _BETWEEN[letters[at]]  # "Target has since denied it"
    before = letters[at - 1]
    closed = (
        (before == ord('"')) & _CLOSED[letters[at - 2]] & (text.ends[at - 2] == text.starts[at - 1])
    )
    speaks = (spoken == _SAID) & (closed | (after != ord(".")))  # not "Enough said."
    speaks |= (spoken == _HELD) & _HELD_OF[after]
    bodies = at[(table[codes[at]] == _BODY) & (spoken == _SAID)]
    letters[bodies] = ord("I")  # "the town said", not "the town hall" or "in town"
    named = text.capital[at] & _OPEN[letters[at]] & _BEFORE_CLAUSES[before]
    named &= table[codes[at]] != _NOBODY
    letters[at[speaks & named]] = ord("X")
    for number in at[speaks & (letters[at] == ord("0"))].tolist():
        if any(map(str.isupper, text.source[text.starts[number] : text.ends[number]])):
            letters[number] = ord("X")


def _mark_numbered(letters: Letters, text: Text) -> None:
    """Give numbers that are parts of names their letters: "Fox 9 reported", "a No. 10 source"."""
    at = (letters[1:-1] == ord("0")).nonzero()[0] + 1
    for number in at[letters[at - 1] == ord("X")].tolist():
        if text.source[text.starts[number - 1] : text.ends[number - 1]] in ("No", "No."):
            letters[number] = ord("X")
    at = at[
        _NAMES[letters[at - 1]] & ((letters[at + 1] == ord("V")) | (letters[at + 1] == ord("I")))
    ]
    letters[at[text.ends[at] - text.starts[at] <= _DIGITS]] = ord("I")


def letters_of(codes: npt.NDArray[np.uint16], text: Text, lexicon: Lexicon) -> tuple[str, str]:
    """The letters of a text, forwards and backwards; `codes` are the codes of its tape."""
    letters = _table(lexicon).take(codes)
    _mark_times(letters, codes, lexicon)
    _mark_modifiers(letters, codes, lexicon)
    _mark_numbered(letters, text)
    mark_spellings(letters, text)
    _mark_speakers(letters, text, codes, lexicon)
    dashes = (codes[:-1] == ord("-")).nonzero()[0]  # a hyphen joins, unless space is before it
    joined = text.ends[dashes - 1] == text.starts[dashes]
    joined &= text.words[dashes + 1] & text.words[dashes - 1]
    letters[dashes[joined]] = ord("'")
    read = letters.tobytes().decode("latin-1")
    for written, meant in _REREAD:
        read = read.replace(written, meant)
    read = _TOWN.sub(r"\1'", read)
    return read, read[::-1]
