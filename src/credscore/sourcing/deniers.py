"""Who utters an official denial, also if the denying words are not a verb of attribution."""

from credscore.attribution import WINDOW, Source
from credscore.evidence import Finding
from credscore.signals import Reading


def denier_of(reading: Reading, denial: Finding) -> Source | None:
    """The party that denies or does not confirm; None if its sentence names none.

    Read in turn: "denied by the mayor", "the mayor's denial", "the mayor declined".
    """
    if denial.kind == "debunk":
        return None
    tape, sources, characters = reading.tape, reading.sources, reading.lexicon.characters
    start, (begin, stop) = denial.start, reading.sentence(denial.start)
    for at in range(start, min(stop, denial.end + 2)):
        if tape[at] in characters("by"):
            agent = sources.object(at + 1, stop)
            if agent is not None:
                return agent
            break
    if start > begin and tape[start - 1] in characters("'s") + "'":
        return sources.owner(start - 1, begin)
    return sources.subject(start, max(begin, start - WINDOW))
