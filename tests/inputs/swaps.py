"""Pairs of texts that differ in who is spoken of and in nothing else; all written here.

A slot of a sentence is filled from a group of words of the same part of speech, capitalisation
and number of words. Words that are also English words (May, Will, Mark, Chad, Post) are among
them on purpose.
"""

import random
import re
from collections.abc import Iterator
from typing import NamedTuple

GROUPS: dict[str, tuple[str, ...]] = {
    "given": (
        "May", "Will", "Mark", "Bill", "Grant", "Hope", "Rob", "Sue", "Art", "Frank", "Rose",
        "Grace", "Faith", "Chase", "Drew", "Jack", "Dean", "Page", "April", "June", "August",
        "Jan", "John", "Mary", "Ahmed", "Fatima", "Olga", "Wei", "José", "Zoë", "Jean-Luc",
        "Moshe", "Priya", "Kwame", "Aisha", "Ivan", "Siobhán", "Thandiwe", "Bo", "Penny", "Guy",
        "Joy", "Dawn", "Summer", "Christian", "Miles", "Earnest", "Rich", "Pat", "Victor", "Angel",
    ),
    "surname": (
        "Smith", "Young", "Brown", "Green", "White", "King", "Price", "Bishop", "Pope", "Judge",
        "Cook", "Baker", "Banks", "Wells", "Fields", "Hunt", "Park", "Lane", "Church", "Hill",
        "West", "Parker", "Porter", "Obama", "Trump", "Clinton", "Merkel", "Xi", "Kim", "Nguyen",
        "Al-Masri", "O'Brien", "García", "Cohen", "Khan", "Ivanova", "Okafor", "Müller", "Lie",
        "May", "House", "Court", "Street", "Bridge", "Star", "Sun", "Mail", "Prince", "Dahl",
    ),
    "country": (
        "France", "Iraq", "Chad", "Turkey", "Jordan", "Georgia", "Israel", "Russia", "China",
        "Mali", "Cuba", "Peru", "Japan", "Iran", "Ukraine", "Somalia", "Norway", "Brazil",
        "Yemen", "Niger", "Oman", "Togo", "Wales", "Belarus", "Honduras",
    ),
    "nation": (
        "French", "Iraqi", "Chadian", "Turkish", "Israeli", "Russian", "Chinese", "Cuban",
        "Polish", "Japanese", "Iranian", "Ukrainian", "Somali", "Norwegian", "Brazilian",
        "Yemeni", "Welsh", "Nigerian", "Mexican", "American", "British", "German", "Swiss",
    ),
    "partisans": (
        "Democrats",
        "Republicans",
        "Greens",
        "Communists",
        "Libertarians",
        "Islamists",
        "Tories",
        "Whigs",
        "Federalists",
        "Remainers",
    ),
    "party": (
        "Labour", "Likud", "Fidesz", "Hamas", "Fatah", "Syriza", "Podemos", "Fianna", "Solidarity",
        "Reform", "Unity", "Forward", "Plaid", "Renaissance",
    ),
    "outlet": (
        "Reuters", "Bloomberg", "Guardian", "Times", "Post", "Herald", "Independent", "Mirror",
        "Sun", "Star", "Mail", "Telegraph", "Globe", "Tribune", "Spectator", "Economist",
        "Breitbart", "Examiner", "Observer", "Politico", "Onion", "Journal", "Record",
    ),
    "station": ("CNN", "BBC", "NBC", "AFP", "TASS", "RT", "NPR", "ITV", "CBS", "MSNBC", "FOX"),
    "subject": ("he", "she", "they", "we", "you"),
    "subject_first": ("He", "She", "They", "We", "You"),
    "object": ("him", "her", "them", "us", "me"),
    "possessive": ("his", "her", "their", "our", "my", "your", "its"),
    "possessive_first": ("His", "Her", "Their", "Our", "My", "Your", "Its"),
    "reflexive": ("himself", "herself", "themselves"),
}  # fmt: skip
"""Words that may stand for one another."""

LONGER: dict[str, tuple[str, ...]] = {
    "given": ("Anna Maria", "Mary Jane", "Jean Luc"),
    "surname": (
        "de la Cruz",
        "van den Berg",
        "Smith Jones",
        "bin Rashid al Maktoum",
        "O'Neil Brown",
        "F. Kennedy",
        "al-Sayed",
        "d'Alembert",
    ),
    "country": (
        "South Sudan",
        "New Zealand",
        "the United Kingdom",
        "Saudi Arabia",
        "the Republic of Korea",
        "Bosnia and Herzegovina",
        "UK",
        "UAE",
    ),
    "outlet": ("Daily Mail", "Wall Street Journal", "Straits Times", "Journal of the West"),
    "nation": ("South Korean", "New Zealand", "Sierra Leonean"),
}
"""Names of more than one word, with joined articles, initials and acronyms."""

TITLES = (
    "{given} {surname} flees {country}, sources claim",
    "{surname} Denies Reports of Secret Deal With {country}",
    "{outlet}: {nation} minister may resign",
    "Did {given} {surname} Really Leave {country}?",
    "{NATION} MINISTER {SURNAME} DENIES REPORTS",
    "{partisans} reject claim that {surname} was arrested",
    "Exclusive: {given} {surname} will sue the {outlet}",
    "{station}: {surname} left {country}, aides say",
    "",
)

SENTENCES = (
    "{given} {surname} said on Monday that the ferry may have sunk off {country}.",
    "{surname} denied the reports.",
    "{given} denied the claims as baseless.",
    "“It sank,” {given} {surname}, 42, a dock worker, told the {outlet}.",
    "“It will sink,” {surname} told {station}.",
    "According to {surname}, {subject} left on May 3.",
    "According to {given} {surname} of the {outlet}, {possessive} office was closed.",
    "Two {nation} officials said {subject} could not confirm the report.",
    "A senior {nation} official, who asked not to be named, said {surname} was in {country}.",
    "{country} has denied the allegations.",
    "{country}’s foreign ministry dismissed the claims as false.",
    "In {country}, witnesses said that {given} was seen near the harbour.",
    "{partisans} said that the bill, backed by {party}, would pass.",
    "{party} declined to comment.",
    "A spokesman for {party} called the story a hoax.",
    "{station} reported that {surname} had allegedly fled to {country}.",
    "The {outlet} reported on Tuesday that {possessive} son was missing.",
    "{outlet} could not independently verify the video.",
    "{subject_first} said {possessive} family had left {country}.",
    "{possessive_first} lawyer told {object} that the photo was fake.",
    "{subject_first} did not respond to a request for comment, {surname} said.",
    "The minister {reflexive} denied that {subject} had met {given}.",
    "It was {given}.",
    "Nobody asked {surname}. The firm refused to comment.",
    "Sources close to {surname} claim that {subject} may resign.",
    "{given}'s friends believe that {surname}'s aide is to blame.",
    "Dr. {surname} and Mr. {surname} met {given} in {country}: {given} said nothing.",
    "“{given} is alive,” said {surname}. “{subject_first} may return.”",
    "Rumours that {given} {surname} was arrested in {country} are unconfirmed.",
    "{surname} (a {nation} citizen) reportedly told {station}: “{given} will pay.”",
    "The {nation} army said 14 people were killed; {partisans} disputed the figure.",
    "{given} {surname}, {given} {surname} and {given} met the {nation} president.",
    "{NATION} PRESIDENT {SURNAME} SAID {GIVEN} WILL PAY!",
    "It is not known whether {given} will testify, the {outlet} said.",
    "{surname} will. {given} may.",
    "The claim was first published by the {outlet} and later by {station}.",
    "Critics of {party} say that {country} may be behind it.",
    "Tell {object}, {given} said, that {possessive} claim is false.",
)
"""Slots in capitals are filled with the word in capitals."""

_SLOT = re.compile(r"\{(\w+)\}")
_FIRST = re.compile(r"(?:^|(?<=[.!?“] )|(?<=[.!?]” )|(?<=[.!?] “)|(?<=\n)|(?<=\n“))[a-z]")


class Pair(NamedTuple):
    """Two texts with their titles; `changed` names the group of words that differ."""

    changed: str
    first: tuple[str, str | None]
    second: tuple[str, str | None]


def _fill(template: str, words: dict[str, str]) -> str:
    def word(slot: re.Match[str]) -> str:
        name = slot[1]
        return words[name.lower()].upper() if name.isupper() else words[name]

    filled = _SLOT.sub(word, template)
    return _FIRST.sub(lambda match: match[0].upper(), filled)


def pairs(
    count: int, seed: int = 0, replacements: dict[str, tuple[str, ...]] = GROUPS
) -> Iterator[Pair]:
    """`count` pairs; in every pair all words of one group, or of all groups, are swapped."""
    generator = random.Random(seed)
    names = sorted(replacements)
    while count:
        sentences = generator.sample(SENTENCES, generator.randint(1, 12))
        breaks = [generator.choice((" ", " ", "\n\n")) for _ in sentences]
        template = "".join(map("".join, zip(sentences, breaks, strict=True))).strip()
        title = generator.choice(TITLES)
        used = {slot.lower() for slot in _SLOT.findall(template + title)}
        changed = generator.choice([*names, "all"])
        groups = [name for name in names if name in used and changed in (name, "all")]
        if not groups:
            continue
        before = {name: generator.choice(words) for name, words in GROUPS.items()}
        after = before | {
            name: generator.choice([word for word in replacements[name] if word != before[name]])
            for name in groups
        }
        yield Pair(
            changed,
            (_fill(template, before), _fill(title, before) or None),
            (_fill(template, after), _fill(title, after) or None),
        )
        count -= 1


REAL: dict[str, dict[str, tuple[str, ...]]] = {
    "given": dict.fromkeys(
        (
            "John",
            "David",
            "Michael",
            "James",
            "Robert",
            "Sarah",
            "Jennifer",
            "Donald",
            "Barack",
            "Hillary",
            "Paul",
            "Thomas",
            "Kevin",
            "Lisa",
            "Brian",
            "Peter",
        ),
        ("May", "Will", "Mark", "Olga", "Ahmed", "Hope", "Wei"),
    ),
    "surname": dict.fromkeys(
        (
            "Obama",
            "Trump",
            "Clinton",
            "Johnson",
            "Jackson",
            "Putin",
            "Kardashian",
            "Miller",
            "Wilson",
            "Anderson",
            "Taylor",
            "Williams",
            "Davis",
            "Pitt",
        ),
        ("Smith", "Young", "King", "Price", "Nguyen", "May", "Okafor", "Banks"),
    ),
    "country": dict.fromkeys(
        (
            "Iraq",
            "Syria",
            "Russia",
            "China",
            "Iran",
            "Israel",
            "Mexico",
            "Canada",
            "France",
            "Germany",
            "Afghanistan",
            "Ukraine",
            "Australia",
            "Britain",
        ),
        ("Chad", "Turkey", "Jordan", "Mali", "Georgia", "Norway"),
    ),
    "nation": dict.fromkeys(
        (
            "American",
            "Russian",
            "Chinese",
            "Iraqi",
            "Syrian",
            "Israeli",
            "British",
            "French",
            "Iranian",
            "Mexican",
            "German",
        ),
        ("Chadian", "Turkish", "Polish", "Welsh", "Norwegian"),
    ),
    "partisans": {
        "Democrats": ("Republicans", "Greens"),
        "Republicans": ("Democrats", "Tories"),
        "Democrat": ("Republican", "Tory"),
        "Democratic": ("Republican", "Socialist"),
    },
    "outlet": {
        "Reuters": ("Bloomberg", "Politico"),
        "Guardian": ("Mirror", "Telegraph"),
        "CNN": ("BBC", "NPR"),
        "BBC": ("CNN", "TASS"),
        "NBC": ("ITV", "AFP"),
        "Newsweek": ("Breitbart", "Gawker"),
        "Breitbart": ("Reuters", "Newsweek"),
    },
    "pronoun": {
        "he": ("she",),
        "He": ("She",),
        "his": ("her",),
        "His": ("Her",),
        "him": ("them",),
        "himself": ("herself",),
    },
}
"""Words of real articles that are hardly ever anything else, and what they are swapped for."""


def swap_real(text: str, group: str, generator: random.Random) -> tuple[str, int]:
    """`text` with all words of a group swapped, the same word always alike; how many were."""
    chosen = {name: generator.choice(words) for name, words in REAL[group].items()}
    if group != "pronoun":
        chosen |= {name.upper(): word.upper() for name, word in chosen.items()}
    names = "|".join(sorted(map(re.escape, chosen), key=len, reverse=True))
    parts = (
        rf"(?<![\w'’.@/])(?<!(?<!-)-)(?:{names})(?![\w@/]|-(?!-))"  # a hyphen joins, "--" does not
    )
    return re.subn(parts, lambda match: chosen[match[0]], text)
