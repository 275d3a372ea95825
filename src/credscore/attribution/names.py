"""What the mentions of one name in an article tell of it: a person, a body or one of many."""

from dataclasses import dataclass

LOCATIVE = 0.1
"""The share of the mentions of a name behind "in" from which it names a place."""
_ALWAYS = 3
"""Mentions of a person's name, of which not all are in full."""


@dataclass(slots=True)
class Name:
    """What the mentions of one name in an article tell of it."""

    article: int
    mentions: int = 0
    places: int = 0
    plural: int = 0
    titled: int = 0
    persons: int = 0
    bodies: int = 0
    owners: int = 0
    full: int = 0
    given: int = 0
    alone: int = 0
    reported: int = 0
    paired: int = 0
    quoted: int = 0
    resumed: int = 0
    capitals: int = 0
    they: int = 0
    someone: int = 0
    is_common: bool = False

    def kind(self, plural_form: bool, introduces: bool) -> str:
        """The kind of a source of this name; whether its article names people in full."""
        if self.titled:
            return "person"
        persons = 2 * (self.full and self.alone) + 2 * self.persons
        plural = self.plural + 2 * self.they
        if plural_form and plural > 1 + persons:
            return "unnamed"  # "Harrovians", of whom there are many
        persons += self.given
        if self.reported and not persons:
            return "institution"  # "Harrow reports", who is nowhere called Maria Harrow
        bodies = 2 * self.bodies
        if not self.paired:  # "Harrow's ministry", but not that of Maria Harrow
            bodies += min(self.owners, 2) + 2 * self.capitals
        elif self.is_common and not (self.alone or self.quoted):
            bodies += 1  # "Fair Harbour", of which the article tells "the harbour"
        if self.places and self.places >= LOCATIVE * self.mentions:
            bodies += 3
        resumed = self.resumed and self.mentions <= _ALWAYS  # "Harrow denied it. He said"
        if 2 * self.someone > bodies:
            return "person"  # "Keller left her house", more often than "Harrow left its"
        if not (persons or self.paired or self.quoted or resumed):
            # a person would be named in full once: "Harrow has denied it", beside Maria Keller
            return "institution" if bodies or self.mentions > 1 or introduces else "person"
        if self.mentions > _ALWAYS and not (persons or self.alone):
            return "institution"  # "Harrow Rail", who is never Mr Rail
        return "institution" if bodies > persons else "person"
