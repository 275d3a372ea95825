"""The words around a denial by name: what stands before, in and after its predicate."""

import functools
import re

from credscore.lexicon import Lexicon, NamedPatterns

_FILL = "( <ly> | <filler> | <be> | “ | ' )*"
_THINK = """admitted | admits | assume~ | chance | realise~ | realize~ | thought | thinks | knew |
 knows | hope | hopes | hoped | suspect | suspects | wonder~ | convinced | feel | feels | feared |
 believed | believes | to believe | anyone"""
_PROVED = "( ( turned out | turns out | found | proven | proved | shown | known ) to )"
_PEOPLE = "( <role> | <role_plural> | people | women | men )"
_FINITE = "( <be> | <have> | <modal_any> | <do> | <ed> | <past_act> )"
FRAMES = {
    "negated": f"( <negator> | neither ( of <det> )? <content>{{1,2}} ) {_FILL}",
    "hypothetical": "<supposing> <word>{0,6}",
    "refused": f"( <withhold> | <unfinished> ( of | than )? ) {_FILL}",
    "possible": f"<possibility> only? {_FILL} ( help | helps )? {_FILL}",
    "asked": f"( why | how | what | <question_verb> ) <word>{{0,3}} | who 's {_FILL} |"
    " there ( is | 's | was ) no",
    "requested": "<urging> <word>{0,3} to <ly>*",
    "purpose": "( <purpose> <det>? <content>{0,2} | up to <word>{1,4} ) to"
    " ( <ly> | <also> | “ | ' )* | ( under | by ) which <word>{1,4}",
    "general": f"( <whoever> who | <accused> <word>{{0,4}} of ) {_FILL}",
    "thought": f"( {_THINK} | <anybody> <word> | <doubt> that? ) that? <word>{{0,4}} |"
    " <report_noun> that? <pronoun> | or ( <be> | <ly> | just | even | <article> | simply )*",
}
"""What stands before a predicate that nobody asserts."""
_BEFORE_CUE = {
    "passive": "( <be> | got | get ) ( <also> | <ly> )* | those | someone | anyone |"
    " <have> ( <article> | <possessive> ) <content>{1,2}",
    "court": "<det> ( <content> | of ){0,4} <court> ( ( of | in ) <det>? <content>{1,3}"
    " ( , <name> )? )? <name>{0,3} ,?"
    " ( which | who )? ( <also> | <ly> | just | has | have | had )*",
    "court_said": "<court> <word>{0,8}",
    "disbelieved": "( <negator> <ly>? ( think | believe | consider | mean | suggest ) | <purpose>"
    " to ( claim | say | argue | suggest | show ) ) <word>{0,10}",
    "writer": "i ( <ly> | <modal_any> | <be> | <do> | have | am | not | n't | can not )*",
    "indefinite": "( any | many | much | some | no | most | <preposition> | <ing> ) <content>{0,3}"
    " that | any ( <content> | <det> | <preposition> ){0,7} that",
    "offering": "<offering> <ly>?",
    "others": "<crowd_of_others> ( <preposition> <word>{1,5} )? ( <also> | <ly> | <have> )*",
    "relative": "( <content> | <pronoun> | , ) ( which | that | who )"
    f" ( <also> | <ly> | <modal_any> | <have> | <be> )* {_PROVED}?",
    "proving": f"( <also> | <ly> )* {_PROVED} | ( <also> | <ly> )+",
    "favour": "<withheld>",
    "says_of": "( said | says | say | alleges | alleging ) that? <word>{1,7}",
    "in_case": "( when | where | if | unless ) ( this | that | it )?",
    "posed": "( answer | answers | myth ) :",
    "unfinished_phrase": "<det> | <possessive> | <preposition> | <be> | and | or | ,",
    "adverb": "<ly>",
    "pronoun_subject": "( it | this | that | they | which | these | those ) <content>{0,3}",
    "generally": "( for | at | of | in )",
    "modifying": "( <article> | <possessive> | any | many | some | no | these | those )",
    "predicate": "( <be> | as | just | 's | <name_as> <any>{0,7} ) <article>? ( “ | ‘ | ' | \" )*",
    "adjectival": "( <article> | <possessive> | <preposition> | many | some | these )",
    "spread": "<spreading>",
    "hidden": "( which | whom | that ) <pronoun>? ( <ly> | <also> )*",
    "saying": "( <speech_head> | claim~ | allege~ | suggesting )"
    " ( <receiver> | <name>{1,3} | <word>{1,3} )? that? ,?",
    "saying_on": "( <speech_head> | claim~ ) <any>{1,9} and that | ( statement | post ) that",
}
_PATTERNS = {
    "frame_word": "<negator> | neither | <supposing> | <withhold> | <unfinished> | <possibility> |"
    " why | how | what | <question_verb> | who | there | <urging> | <whoever> | <accused> |"
    " <purpose> | under | by |"
    f" {_THINK} | <anybody> | <doubt> | <report_noun> | or",
    "said_after": '( , | ” | " ) ( ” | \' | " )?'
    " ( <content> | <det> | <possessive> | <pronoun> | of | for | at | 's ){0,8}"
    " <speech_of_denial>",
    "speech_head": "<speech_head> | ( claims | claimed ) ( in <det>? <word>{1,2} )? that",
    "according": "according to",
    "debunker": "<debunker>",
    "by_debunker": "( by | according to ) <any>{0,3} <debunker>",
    "as_or_by": "as | by",
    "dropped": "dismissed | rejected",
    "habit": "<habit>",
    "offence": "<offence>",
    "denying_now": "deny | denying",
    "to_somebody": "to <word>{1,6} that",
    "lone_pronoun": "( it | this | that | them | those | these ) ( , | . | and | but | to | for )",
    "charges": "( contest~ | dismiss~ | reject~ ) <det>? <content>? charge% ( . | , | in | at |"
    " on | and | with | before )",
    "persisting": "persist~ | <be> ( <ly> | <also> )* ( debunked | false | untrue )",
    "own_saying": "say ( that | it | he | she | they | there | this is | <det> <content> <be> )",
    "other_noun": "( <false_adjective> | <bad_adjective> ) <content>",
    "named_or_timed": "( <false_adjective> | <bad_adjective> ) ( <false_noun> | <ly> | <also> |"
    " <degree> | <day> | <content>? ( <report_noun> | <remark_noun> ) | <object_break> |"
    " <report_noun> )",
    "by_court": "by <det> <content>? <court>",
    "asked_for": "<asked>",
    "responds": "( respond~ | reply | replied ) <ly>? to",
    "participle": "denied",
    "withheld": "( <receiver> | <det> )? ( <content> | 's | ' | of ){0,4} <withheld>"
    " | <det> <name>{1,3} ( <article> | <possessive> )"
    " | ( <receiver> | <name>{1,3} ) ( of <content>{1,2} )?"
    " ( <article> | any | all | both | <possessive> | on | at | in | from | and | . )"
    " | ( me | him | them | us | himself | herself | itself | themselves ) | to | as | because | or"
    " | <name>{1,3} ( , | but | when | and )"
    " | ( <det> <lower> | <name>{1,3} | <plural> ) ( the | a | an | <possessive> | both )"
    " | ( <article> | <possessive> ) <content> ( a | an | any ) | <ed> | , <content> or"
    f" | <det>? <content>? {_PEOPLE} ( <det> | <content> )",
    "content_that": f"that | <content>? {_PEOPLE} <ly>? {_FINITE}",
    "favour_that": "that <content> ( <article> | <possessive> | any | both )"
    " | that <content>? <withheld> ( . | , | ; | : | to | for | and | on | in | at | <weekday> )"
    f" | that {_PEOPLE} <withheld> | <content>? {_PEOPLE} <any>{{0,8}} <withheld>",
    "main_verb": f"{_FINITE} | <turn_of_events>",
    "of_what": "of",
    "imperative": "deny",
    "retained": "( <article> | <possessive> )? ( <content> | <name>{1,3} )",
    "reporting_end": "by | as | on | last | this | <ly> | <weekday> | when | after | because",
    "own_name": "<possessive> ( <content> | , | and | or ){0,3} <own_name>",
    "accusation": "<report_noun> | <claiming> | <accusing>",
    "charge": "<charging>",
    "toll": "claim~ ( <content> | <det> | <number> | <possessive> | of ){0,4} <claimed_toll>",
    "found": "( of | <det> | <content> ){0,3} <found_thing>",
    "alone": "independently",
    "insisting": "insist~ | maintain~ | assure~ | reassure~",
    "crime": "<hoax_crime>",
    "to_act": "to ( <lower> | <content> )",
    "to_authority": "<any>{0,9} ( in court | under oath | ( to | with | of | before | from ) <det>?"
    " <content>{0,2} <authority> )",
    "denying": "deny~",
    "gerund": "<ing> | <act> | being | calling | doing | getting | giving | lying | making |"
    " saying | taking | telling",
    "rejected": "<false_adjective> | <false_noun> | <rejecting> | ( not | n't ) true",
    "on_form": "to | on <det>? <content>{0,3} <form>",
    "requested": "request% | call%",
    "name": "name",
    "commenting": "comment%",
    "when": "when",
    "own": "<pronoun> | there | <forging> | <false_adjective> | did not | <have> not | didn't |"
    " hadn't | hasn't | haven't | no",
    "pronoun": "<name_as> ( it | this | that | these | those )",
    "no": "no such <word>{1,3} ( exist~ | happened | occurred | took )",
    "dismissed_thing": "<report_noun> | <remark_noun> | leak% | number% | it | this | that | them |"
    " these | those",
    "opinion": "argument% | belief | concern% | idea | prediction%",
    "argued": "<det>? <content>? ( argument% | prediction% )",
    "adjective": "( disputed | contested | rejected | dismissed ) <content>? <report_noun>",
    "prosecution": "dismiss <det>? <content>{0,2} ( charge% | complaint |"
    " claims <any>{0,6} <suit> )",
    "label": "<label_noun>",
    "data": "<data_noun>",
    "laughable": "<bad_adjective>",
    "a_report": "<report_noun>",
    "one_who_saw": "we | i",
    "as_they_go": "as <pronoun> ( go | goes | went )",
    "authentic": "<any>{0,4} ( <truth_of> | <forged_noun> )",
    "no_attribute": "<ly> | <also> | <degree> | <content>? <report_noun> | <ed> | <ing> |"
    " <content> by | <spreading>",
    "proved": "<also>? ( <be> <also>? )? ( proved | proven | found to be | shown to be )"
    " ( to be )? <degree>{0,2} <false_adjective>",
    "claimed_thing": "<report_noun> | <remark_noun> | part | rest | everything | thing",
    "told_report": "( <det> | <possessive> )? <content>{0,3} ( <report_noun> | <remark_noun> )"
    " ( that | claiming | saying | alleging | suggesting | stating )",
    "its": "they're | ( it | this | that | what | which | everything ) 's |"
    " ( this | that | it | these | those ) ( is | are | was | were )",
    "as_alleged": "viral | reported | rumored | rumoured | alleged | allegedly | supposedly |"
    " reportedly | purported | circulating | <report_noun>",
    "none": "<negator> | neither | few",
    "ambiguous": "altered | faked | forged | doctored | invented | manipulated | concocted |"
    " distorted | staged | made up | the case | what happened",
    "attributive": "<content> | of | a | an",
    "party": "<speaker> | he | she | himself | herself | themselves",
    "money": "<money_claim>",
    "named": "( <report_noun> | <remark_noun> | a ( fake | hoax | forgery ) | dead | death )",
    "that": "that",
    "elsewhere": "again | before | here | to | in | at",
    "joint": "( no | and | but | however | because | since | while | so | as | although | though |"
    " if | that | yet | when | where | “ | ' )+",
    "further": "( ” | ' | \" )? ,? ( and | but ) ( “ | ' | \" )?"
    " ( not | <be> | <ly>? ( <false_adjective> | <bad_adjective> | <false_noun> ) | without )"
    " | that | to | of | <content>? <report_noun>",
    "however": ",? however ,? | <question_word>",
    "overrun": "as ( <pronoun> | <det> <content>{1,3} | <name>{1,3} ( <genitive> <content>{1,2}"
    " )? ) ( <say> | <be> | <have> | told ) | ( and | & ) ( there | let | lets | <pronoun>"
    " ( <say> | <be> | <have> | <ed> ) ) |"
    " ( before | after | by ) ( <ing> | being | having | <going_on> ) | when |"
    " and <word>{1,4} ( <speech_of_denial> | <withhold> | claimed ) | and <name>{1,3} <say> |"
    " in <article>? <word>{0,2} ( statement | interview | tweet | email | post | letter )",
    "label_overrun": "<do> | had | has | have | <be> | <modal_any> | <spreading> |"
    " <ed> ( <article> | <possessive> )",
    "opener": "that | <question_word> | who",
    "about": "about | of | regarding | concerning | surrounding | like",
    "described": "that ( <ly> | again | also | still | first )*"
    " ( <modal_any> | <have> | <be> | <ed> | <speech_head> | claimed | claims | appear~ | seem~ )",
    "adjunct": "on | in | at | during | to | via | for",
    "insertion": ", not <word>{1,4} ,",
    "opening": "<det>? <content>? ( <report_noun> | <remark_noun> ) | that | <ing> |"
    " being | having | making | taking",
}
_UNLESS = {
    "attributive": "no_attribute", "accusation": "toll", "charge": "toll",
    "content_that": "favour_that", "dismissed_thing": "opinion",
}  # fmt: skip
"""By pattern another one that must not begin where it does."""
_BORDER = '[,;:()\n“”"—-]|'
_TURN = "but | because | although | while | there"


class Words(NamedPatterns):
    """The patterns by name.

    "frame" is any frame, its groups are the names of the frames. `border` is over the tape.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__({**FRAMES, **_PATTERNS, **_BEFORE_CUE}, _BEFORE_CUE, lexicon)
        self.border = re.compile(_BORDER + lexicon.compile(_TURN).pattern)

    def expression(self, names: str) -> str:
        """The regular expression over `symbols` that some names stand for."""
        if names == "frame":
            written = self.symbols.expression
            frames = (f"(?P<{kind}>{written(frame)})" for kind, frame in FRAMES.items())
            return rf"(?:{'|'.join(frames)})\Z"
        expression = super().expression(names)
        unless = _UNLESS.get(names)
        return f"(?!{self[unless].pattern}){expression}" if unless else expression


words_of_denial = functools.cache(Words)
