"""No entry that carries weight names a person, a nation, a party or an outlet."""

import re
from collections import Counter

from credscore.lexicon.lexicon import shipped
from credscore.patterns.language import words_of
from credscore.patterns.word_forms import expand

NATIONS = """
    america american americans argentina australia australian brazil brazilian britain british
    canada canadian chile china chinese cuba cuban denmark dutch egypt egyptian england english
    europe european france french german germany greece greek india indian indonesia iran iranian
    iraq iraqi ireland irish israel israeli italian italy japan japanese jordan kenya korea korean
    lebanon libya mexican mexico nigeria norway pakistan pakistani palestinian poland polish
    russia russian russians saudi scotland scottish spain spanish sweden swedish syria syrian
    turkey turkish ukraine ukrainian kremlin pentagon vatican u.s uk usa vietnam welsh yemen
    zimbabwe jewish muslim muslims islamic christian catholic hindu
"""
PARTIES = """
    democrat democrats democratic republican republicans gop tory tories labour conservative
    conservatives liberal liberals socialist socialists communist communists fascist fascists
    green greens libertarian libertarians leftist leftists left-wing right-wing antifa likud hamas
    hezbollah isis isil daesh taliban nazi nazis bolshevik peronist marxist marxists maga brexit
    remainer
"""
OUTLETS = """
    bbc cnn nbc cbs abc msnbc fox breitbart buzzfeed reuters afp bloomberg guardian telegraph
    independent times post herald journal tribune mirror sun star mail express standard observer
    politico huffpost infowars snopes politifact tmz newsweek time economist atlantic spectator
    pravda tass xinhua aljazeera sana globe gazette chronicle facebook twitter youtube google
    instagram tiktok reddit telegram whatsapp tumblr
"""
PERSONS = """
    trump clinton obama biden bush reagan hillary donald barack putin zelensky merkel macron
    johnson blair thatcher modi netanyahu assad kim xi erdogan epstein soros gates musk bezos
    zuckerberg swift kardashian beyonce bieber kanye jolie pitt aniston fauci assange snowden
    pelosi mcconnell rubio john james mary david michael robert william george thomas maria peter
    paul mohammed ali
"""
LISTED = frozenset(" ".join((NATIONS, PARTIES, OUTLETS, PERSONS)).split())


def carried() -> dict[str, set[str]]:
    """Every word of the classes and the rules, with where it stands; lists of names aside.

    The classes of names only say that a word with a capital is a name, which takes weight from it.
    """
    places: dict[str, set[str]] = {}
    for name, file in shipped().files.items():
        for group in (file.classes, file.capitalised, file.beside_number, file.either):
            for label, words in group.items():
                for word in (form for entry in words for form in expand(entry)):
                    places.setdefault(word, set()).add(f"{name}/{label}")
        for rule in file.rules:
            for word in words_of(rule.pattern):
                places.setdefault(word, set()).add(f"{name}/{rule.name}")
    return places


EXCEPTIONS = {
    "economist": "a profession",
    "express": "the verb of saying",
    "herald": "the verb; after a name, the form of a newspaper's name",
    "independent": "the adjective: an independent analyst, independent confirmation",
    "journal": "after a name, the form of a newspaper's name",
    "mail": "after a name, the form of a newspaper's name",
    "observer": "a role: an observer said",
    "post": "the verb, and what is posted",
    "spectator": "a role: a spectator said",
    "star": "a role: the star said",
    "times": "a unit: three times; after a name, the form of a newspaper's name",
    "time": "the hour: at the time",
}
"""Words that are in the lexicons for their common meaning."""


def test_no_entry_names_anybody() -> None:
    named = set(carried()) & LISTED
    assert named == set(EXCEPTIONS), "name no person, nation, party, outlet: remove the entry"


def test_lists_are_plain_words() -> None:
    assert all(re.fullmatch(r"[a-z.-]+", word) for word in LISTED)
    assert set(EXCEPTIONS) <= LISTED


def test_no_entry_repeats_a_form_of_another() -> None:
    repeated = []
    for name, file in shipped().files.items():
        for group in (file.classes, file.capitalised, file.beside_number, file.either):
            for label, entries in group.items():
                counts = Counter(form for entry in set(entries) for form in set(expand(entry)))
                repeated += [
                    f"{name}/{label}: {entry}"
                    for entry in entries
                    if all(counts[form] > 1 for form in expand(entry))
                ]
    assert not repeated
