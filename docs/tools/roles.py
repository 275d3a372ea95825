"""Compares the roles of attribution.toml with the nouns for people of WordNet 3.0.

    python docs/tools/roles.py [folder]

`folder` holds WordNet's index.noun and data.noun (Debian's package wordnet-base puts them into
/usr/share/wordnet). A candidate is a single word in small letters whose first sense is below the
synset person.n.01. Prints how many roles are candidates, how many are compounds of candidates
("co-worker", "ex-wife"), and the roles that are neither. The candidates were narrowed by hand to
people that news may tell to have said something; names of nations, faiths and parties are left out.
Trades and travellers were taken in full; some are neither, as their first sense is a thing
("cleaner") or WordNet does not have them ("barista").
WordNet 3.0 is free to use (Princeton University, https://wordnet.princeton.edu/license).
"""

import sys
from pathlib import Path

from credscore import lexicon
from credscore.patterns import expand

PERSON = "00007846"
"""person.n.01."""


def people(data: Path) -> dict[str, set[str]]:
    """The words in small letters of each synset below PERSON, by the synset's offset."""
    below: dict[str, list[str]] = {}
    words: dict[str, set[str]] = {}
    for line in data.read_text("ascii").splitlines():
        if line.startswith(" "):
            continue  # the licence
        fields = line.split(" | ")[0].split()
        pointers = 4 + 2 * int(fields[3], 16)
        words[fields[0]] = {word for word in fields[4:pointers:2] if word.islower()}
        below[fields[0]] = [
            offset
            for kind, offset in zip(
                fields[pointers + 1 :: 4], fields[pointers + 2 :: 4], strict=False
            )
            if kind == "~"
        ]
    synsets, waiting = set[str](), [PERSON]
    while waiting:
        synset = waiting.pop()
        if synset not in synsets:
            synsets.add(synset)
            waiting.extend(below[synset])
    return {synset: words[synset] for synset in synsets}


def candidates(folder: Path) -> set[str]:
    """The single words in small letters whose first sense is a person."""
    synsets, nouns = people(folder / "data.noun"), set[str]()
    for line in (folder / "index.noun").read_text("ascii").splitlines():
        fields = line.split()
        if not line.startswith(" ") and "_" not in fields[0]:
            first = fields[6 + int(fields[3])]
            if fields[0] in synsets.get(first, ()):
                nouns.add(fields[0])
    return nouns


def roles() -> set[str]:
    """The singular forms of the class role, in attribution.toml."""
    entries = lexicon.shipped().files["attribution"].classes["role"]
    return {next(iter(expand(entry))) for entry in entries}


def main(folder: Path) -> None:
    """Print the comparison."""
    if not (folder / "data.noun").exists():
        print(f"WordNet is not in {folder}: nothing compared (Debian: wordnet-base)")
        return
    nouns, shipped = candidates(folder), roles()
    compounds = {role for role in shipped - nouns if set(role.split("-")) & nouns}
    others = shipped - nouns - compounds
    print(
        f"{len(nouns)} candidates; of {len(shipped)} roles, {len(shipped & nouns)} are candidates,"
    )
    print(f"{len(compounds)} compounds of them, {len(others)} neither:", *sorted(others))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet"))
