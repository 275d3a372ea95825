"""Regular expressions over letters (letters.py) for phrases that are seldom needed.

Phrases that every verb needs are loops (_words.py). "Read backwards" means on reversed letters.
"""

import re

from credscore.attribution.letters import (
    AUXILIARIES,
    CLAUSES,
    COUNTS,
    HEADS,
    JOINTS,
    MODIFIERS,
    NAMES,
    PARTS,
    PREPOSITIONS,
)

PHRASE = re.compile(
    r"(?!t(?:[diq]|[mesaXU']*P))"  # not "citing that the sailors left"
    rf"(?:[{COUNTS}][{COUNTS}am]{{0,3}}o)?[diqt]{{0,2}}[{COUNTS}]{{0,3}}\"?"  # "two of the"
    rf"(?:(?!(?<=[PC])e)[{PARTS}{JOINTS}]|[.&](?=[{PARTS}]))*([{HEADS}])"  # not "aides citing data"
    rf"\"?(?:[{MODIFIERS}]{{0,2}}[{PREPOSITIONS}]{{1,2}}[diq]?"  # "of the firm"
    rf"(?:[{PARTS}0{JOINTS}]|\.(?=[{NAMES}]))+"
    rf"|,?w(?![yhb]{{0,2}}V)[^,.;:\"\n]{{1,14}})*"  # "who left", not "who said"
)
"""A noun phrase with all that modifies it; its group is the head."""
INFINITIVE = re.compile(
    rf"[yb]{{0,2}}p(?:(?=P)|y{{0,2}}[aeVmp]|yi?(?=[{AUXILIARIES}]))i?[y{AUXILIARIES}]{{0,4}}"
    r"(?=[XURPCsi.)\"])"
)
"""Read backwards, the words between an infinitive and its subject: "continued to"."""
ASIDE = re.compile(r",[^,\"\n]{1,20}(?=,)|-[^\"\n-]{1,20}(?=-)")
"""Read backwards, an aside: from a comma or dash to before the next one."""
END_OF_ASIDE = re.compile(r"[My]{0,2}(?:[op][dq]?[acMTX]{1,2})?[,.]")
"""The end of an aside behind its verb: "on Monday," in "Bo Li, an aide said on Monday, left"."""
CLAUSE = re.compile(f"[{CLAUSES}]")
"""A letter between a verb and "by" that shows another verb, whose agent "by" gives."""
OFFICER = re.compile(
    r"(?:,[OSRXUmasop&e-]{0,13}[OSRXUme]|[op][OSRPTILXUmasopediq0&'-]{0,14}+)"
    r"(?:,[OSRPTILXUmasopediq0&'-]{1,14}+){0,2},(X(?:\.?X)+)(?=[,\"\n]|\.[^X]|\.?$)"
)
"""Read backwards, the name before an office and its body: "Bo Li, director, Harrow Bank"."""
TITLED = re.compile(r"(X[X.]*)[ORS]|(XX+)[aes]{1,2}[diq]?(?=[,-])")
"""Read backwards, a name behind a title, or a full name behind a word that can be a title."""
BY_NAME = re.compile(r"[aemM0]{0,3}(p)[dq]?([XU](?:\.?[XUI])*+)(?![gRSOPQ])")
"""The maker of a report: "by the Harrow Star", "from the Harrow Star"."""
APPOSED = re.compile(r",((?:U\.?)?X(?:\.?X)++(?=[,.\"\n]|$)|(?:U\.?)?X(?=[.\"\n]|$))")
"""The name of a source that follows it: "a nurse, Maria Keller"."""
INTRODUCED = re.compile(r"(?:[pMyeic][^,.;:\"\n]{0,20}|d[aei0]{0,2}a),")
"""An introduction before the subject of a sentence: "On Monday,"."""
PREDICATE = re.compile(
    rf"[bh]|(?<![diqo])V|(?<=[{HEADS}a)M])(?:[ey]|m(?=[dqpn]))|(?<=[,-])e|(?<=[RPCOSQI])a(?=[pdqni])"
)
"""The end of a sentence's subject: "The aide | doubled down on it"."""
INVERTED = re.compile(
    r"(?:[diq]?[aemsXUIORg']{0,4}[ORS],?)?X(?:\.?X)*+(?:[op]d?[XUIOags'.&]+)?(?=[.,\"\n]|$)"
    r"|(?:[diq0m][ames]{0,2}[RPOCI]|[PC])(?:[op][diq]?[XUIOamsT]+)?(?=[.\n]|$)"
)
"""A name or a role behind a verb: "said the coach Maria Keller of Harrow", "said a coach."."""
PAPER = re.compile(r"(?:[di][di0]*[mesaXUTIg'0-]*|[mesaXUTIg'-]*(?=s))[asm](?=[.,opew\n&]|$)")
"""What gives an account, though its head is a word of any kind: "the new index of prices"."""
BARE_ROLE = re.compile("d(?:[^g]*[RO](?:o[i0])?|[PS])$")
"""A role and nothing else: "the nurse"."""
FULL_NAME = re.compile(r"X\.?X[X.]*+(?!g)")
"""A name of several words that owns nothing: "Maria Keller", not "Maria Keller's"."""
TITLE = re.compile(r"[asm]{1,3}[RSOI]{1,2}[XU.]*[XU]$")
"""A name behind a title of several words: "prime minister Rui Lee", "grid operator REN"."""
NAME_OF_ROLE = re.compile(r"X[X.]*([RO])[ames]{0,2}X")
"""Read backwards, a name behind a role of a body: "Harrow Health analyst Maria Keller"."""
PLACE, TOWN = re.compile(r"X{1,3}p[eV]?,"), re.compile(r"X{1,3}p")
"""Read backwards, a person's origin ("Maria Keller, of Harrow") and a place ("in Harrow")."""
REGION = re.compile(r"X{1,3},X{1,3}p")
"""Read backwards, a place and its region: "in Harrow, Lorwick"."""
TRAILING = re.compile(r"[PRC]e[^,.;:\"\nVhb]{1,10}(?=[,.;:\"\n]|$)")
"""A group of people and what they do: "two women leading the talks"."""
