"""Phrases that are seldom read, as regular expressions over letters (letters.py).

Phrases that are read for every verb are loops (_words.py).
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
"""What stands between an infinitive and its subject, backwards: "continued to"."""
ASIDE = re.compile(r",[^,\"\n]{1,20}(?=,)|-[^\"\n-]{1,20}(?=-)")
"""Backwards, from a comma or dash to before the next one."""
END_OF_ASIDE = re.compile(r"[My]{0,2}(?:[op][dq]?[acMTX]{1,2})?[,.]")
"""What ends an aside: "Bo Li, an aide said on Monday, left"."""
CLAUSE = re.compile(f"[{CLAUSES}]")
"""What stands before "by" if that gives the agent of another verb."""
OFFICER = re.compile(
    r"(?:,[OSRXUmasop&e-]{0,13}[OSRXUme]|[op][OSRPTILXUmasopediq0&'-]{0,14}+)"
    r"(?:,[OSRPTILXUmasopediq0&'-]{1,14}+){0,2},(X(?:\.?X)+)(?=[,\"\n]|\.[^X]|\.?$)"
)
"""Backwards, the name before an office and its house: "Maria Keller, director, Harrow Bank"."""
TITLED = re.compile(r"(X[X.]*)[ORS]|(XX+)[aes]{1,2}[diq]?(?=[,-])")
"""Backwards, a name behind a title, or a full one behind a word that can be one."""
BY_NAME = re.compile(r"[aemM0]{0,3}(p)[dq]?([XU](?:\.?[XUI])*+)(?![gRSOPQ])")
"""What gives the maker of a report: "by the Harrow Star", "from the Harrow Star"."""
APPOSED = re.compile(r",(X[X.]*X)(?=[,.\"\n]|$)")
"""The name of a source that stands behind it: "a nurse, Maria Keller"."""
INTRODUCED = re.compile(r"(?:[pMyeic][^,.;:\"\n]{0,20}|d[aei0]{0,2}a),")
"""What stands before the subject of a sentence: "On Monday,"."""
PREDICATE = re.compile(
    rf"[bh]|(?<![diqo])V|(?<=[{HEADS}a)M])(?:[ey]|m(?=[dqpn]))|(?<=[,-])e|(?<=[RPCOSQI])a(?=[pdqni])"
)
"""Where the subject of a sentence ends: "The aide | doubled down on it"."""
