"""What the mentions of one name in an article tell of it: a person, a body or one of many.

Compiled if a C compiler is at hand (_name.pxd).
"""

LOCATIVE = 0.1
"""The share of the mentions of a name behind "in" from which it names a place."""
_LOCATIVE = LOCATIVE
_OFTEN, _ALWAYS = 1, 3
"""Mentions of a name, of which one of a person is in full, and not all."""


class Name:
    """What the mentions of one name in an article tell of it."""

    mentions: int
    places: int
    plural: int
    titled: int
    persons: int
    bodies: int
    owners: int
    full: int
    given: int
    alone: int
    reported: int
    paired: int
    quoted: int
    capitals: int
    article: int

    def kind(self, plural_form: bool) -> str:
        """The kind of a source of this name."""
        if self.titled:
            return "person"
        persons = 2 * (self.full and self.alone) + 2 * self.persons
        if plural_form and self.plural > 1 and not persons:
            return "unnamed"  # "Harrovians", of whom there are many
        persons += self.given
        if self.reported and not persons:
            return "institution"  # "Harrow reports", who is nowhere called Maria Harrow
        bodies = 2 * (self.bodies + self.capitals)
        if not self.paired:  # "Harrow's ministry", but not that of Maria Harrow
            bodies += min(self.owners, 2)
        if self.places and self.places >= _LOCATIVE * self.mentions:
            bodies += 3
        if not (persons or self.paired or self.quoted):
            # a person would be named in full once: "Harrow has denied it", beside Maria Keller
            return "institution" if bodies or self.mentions > _OFTEN else "person"
        if self.mentions > _ALWAYS and not (persons or self.alone):
            return "institution"  # "Harrow Rail", who is never Mr Rail
        return "institution" if bodies > persons else "person"


def new_name(article: int) -> Name:
    """A name of an article, of which nothing else is known."""
    name = Name.__new__(Name)
    name.article = article
    name.mentions = name.places = name.plural = name.titled = name.persons = 0
    name.bodies = name.owners = name.full = name.given = name.alone = name.reported = 0
    name.paired = name.quoted = name.capitals = 0
    return name
