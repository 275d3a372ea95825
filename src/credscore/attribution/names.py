"""Decides from the mentions of a name in an article: a person, a body, or one of many people."""

from dataclasses import dataclass

LOCATIVE = 0.1
"""If this share of a name's mentions stand behind "in", it names a place."""
_ALWAYS = 3
"""If a person is mentioned more often than this, some mentions are not in full."""


@dataclass(slots=True)
class Name:
    """Counts what the mentions of one name in an article show."""

    article: int
    word: str
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
    spoke: int = 0
    is_common: bool = False

    @property
    def is_plural(self) -> bool:
        """Whether the name has the form of a plural."""
        return self.word.endswith("s")

    def kind_behind_the(self, in_full: bool, many: bool) -> str:
        """The kind of a name behind "the": "the dockhand Bo Keller", "the Harrovians"."""
        if in_full:
            return "person" if self.titled else "institution"
        return "unnamed" if many and self.is_plural else "institution"

    def kind(self, introduces: bool) -> str:
        """The kind of a source with this name; `introduces`: its article names people in full."""
        if "-" in self.word and self.word.endswith("ed") and self.word.rpartition("-")[2].islower():
            return "common"  # "Harrow-led states"
        if self.titled:
            return "person"
        often = 2 if self.paired > _ALWAYS else 1  # "Maria Keller", again and again
        persons = 2 * often * (self.full and self.alone) + 2 * self.persons
        plural = self.plural + 2 * self.they
        if self.is_plural and plural > 1 + persons:
            return "unnamed"  # "Harrovians", of whom there are many
        persons += self.given
        bodies = 2 * self.bodies
        if self.reported and not persons and self.paired < 2 and self.someone < 2:
            return "institution"  # "Harrow reports", who is nowhere called Maria Harrow
        if not self.paired:  # "Harrow's ministry", but not that of Maria Harrow
            bodies += min(self.owners, 2) + 2 * self.capitals
        elif self.is_common and not (self.alone or self.quoted):
            bodies += 1  # "Fair Harbour", of which the article tells "the harbour"
        if self.places and self.places >= LOCATIVE * self.mentions:
            bodies += 3
        resumed = self.resumed and self.mentions <= _ALWAYS  # "Harrow denied it. He said"
        if 2 * self.someone > bodies:
            return "person"  # "Keller left her house", more often than "Harrow left its"
        if not (persons or self.paired or self.quoted or resumed or self.spoke):
            # a person would be named in full once: "Harrow has denied it", beside Maria Keller
            return "institution" if bodies or self.mentions > 1 or introduces else "person"
        always = self.mentions > _ALWAYS and not (persons or self.alone)
        if always and (self.someone < 0 or self.capitals):
            return "institution"  # "Harrow Rail", which is never Mr Rail: "Harrow Rail and its"
        bodies += bodies and self.someone < 0  # "Harrow lost its ships and said its crew swam"
        bodies += 2 * (self.someone < -2)
        return "institution" if bodies > persons else "person"
