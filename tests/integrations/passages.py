"""Articles as a retriever finds them: well sourced, a rumour, a debunking, one too short."""

SOUND = (
    "Mayor Tilda Holm said on Monday, May 4, that the town hired 212 people for the harbour. The "
    "report of the audit office, published on May 2, puts the cost at $3.1 million. The port "
    "authority confirmed the figure in a statement on Tuesday. Work begins on June 1, according "
    "to engineer Ravi Oduya, who leads the project, and ends in 2027, the council's minutes say."
)
RUMOUR = (
    "Insiders claim that the harbour master has allegedly fled with the money! Rumours suggest a "
    "secret plot, and sources who spoke on condition of anonymity said that he might be abroad. A "
    "video that circulated online appears to show him at an airport; it could not be verified. "
    "Reportedly nobody has seen him for days, and people online say that he may never come back."
)
DEBUNK = (
    "A post that says the harbour bridge fell into the sea is false. Its picture was altered: "
    "it shows another bridge in 1998, fact-checkers found. Engineer Ravi Oduya said on Monday that "
    "the bridge is open and sound. The claim is a hoax, the port authority said in a statement, "
    "and there is no evidence for it. Inspectors saw no damage on May 4, their report shows."
)
SHORT = "The harbour opens at six."
ARTICLES = {"sound": SOUND, "rumour": RUMOUR, "debunk": DEBUNK, "short": SHORT}
