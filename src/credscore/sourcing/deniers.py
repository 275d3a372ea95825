"""Who utters an official denial, also if the denying words are not a verb of attribution."""

from credscore.attribution import WINDOW, Source
from credscore.evidence import Finding
from credscore.signals import Reading

_SPOKEN = frozenset({"denial", "non_confirmation"})


class Deniers:
    """Finds the deniers in one reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._sources = reading.sources
        self._by = reading.lexicon.characters("by")
        self._genitive = reading.lexicon.characters("'s") + "'"

    def of(self, denial: Finding) -> Source | None:
        """The party that denies or does not confirm; None if its sentence names none.

        Read in turn: "denied by the mayor", "the mayor's denial", "the mayor declined".
        """
        if denial.kind not in _SPOKEN:
            return None
        tape, start = self._reading.tape, denial.start
        begin, stop = self._reading.sentence(start)
        by = next((at for at in range(start, min(stop, denial.end + 2)) if tape[at] in self._by), 0)
        agent = self._sources.object(by + 1, stop) if by else None
        if agent is not None:
            return agent
        if start > begin and tape[start - 1] in self._genitive:
            return self._sources.owner(start - 1, begin)
        return self._sources.subject(start, max(begin, start - WINDOW))
