"""The rules by which cited names, and the words around them, are found.

They are a lexicon of their own (lexicons/*.toml beside this file, and the classes of grammar.toml),
so that no word of theirs moves a score.
"""

import functools
from importlib import resources

from credscore.lexicon import Lexicon, read_lexicon_file, shipped

FILES = (
    "cited_documents",
    "cited_names",
    "citing_after",
    "citing_before",
    "citing_owners",
    "citing_platforms",
)
"""The lexicon files; the signal of each has the name of its file."""


@functools.cache
def rules() -> Lexicon:
    """The rules, compiled when they are first asked for.

    >>> sorted({*rules().files} - {*FILES})
    ['grammar']
    """
    folder = resources.files("credscore") / "citation" / "lexicons"
    files = {
        name: read_lexicon_file(name, (folder / f"{name}.toml").read_text("utf-8"))
        for name in FILES
    }
    return Lexicon({"grammar": shipped().files["grammar"], **files})
