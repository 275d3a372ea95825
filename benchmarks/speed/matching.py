"""The one pass of credscore against an Aho-Corasick automaton over the same words.

    python -m benchmarks.speed.matching      (needs `pip install -e '.[bench]'`)

Aho-Corasick (ahocorasick_rs, leftmost-longest) finds the words anywhere, also inside others, in a
lower-cased copy of the text. To know as much as credscore does it must still drop what is no whole
word, which is timed as well. Medians of alternating rounds, multiples of re.findall. Writes
results/matching.json.
"""

import re
import statistics
import time
from collections.abc import Callable, Iterable
from typing import Any

import ahocorasick_rs

from benchmarks import options, write_results
from benchmarks.speed.speed import texts
from credscore.lexicon import Cues, shipped, write_tape
from credscore.text import Text

ROUNDS = 7
BLOCK = 32


def main() -> None:
    """Time the look-up of every word of the lexicons, and of every rule."""
    options(__doc__).parse_args()
    articles, lexicon = texts(), shipped()
    blocks = [articles[start : start + BLOCK] for start in range(0, len(articles), BLOCK)]
    automaton = ahocorasick_rs.AhoCorasick(
        list(lexicon.vocabulary.words), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
    )
    words = re.compile(r"\w+")

    def each(work: Callable[[Any], None], items: Iterable[Any]) -> None:
        for item in items:
            work(item)

    def look_up(batch: list[str]) -> None:
        write_tape(Text(batch, [None] * len(batch)), lexicon)

    def match(batch: list[str]) -> None:
        text = Text(batch, [None] * len(batch))
        Cues(write_tape(text, lexicon), text, lexicon)

    def whole_words(article: str) -> None:
        lower = f" {article.lower()} "
        for word, start, end in automaton.find_matches_as_indexes(lower):
            if not (lower[start - 1].isalnum() or lower[end].isalnum()):
                assert word >= 0

    tasks: dict[str, Callable[[], object]] = {
        "ref": lambda: [words.findall(article) for article in articles],
        "credscore: tokens, sentences, quotations, names, all words": lambda: each(look_up, blocks),
        "the same, one article at a time": lambda: each(
            look_up, ([article] for article in articles)
        ),
        "credscore: the same and all rules": lambda: each(match, blocks),
        "Aho-Corasick: words, and parts of others": lambda: [
            automaton.find_matches_as_indexes(article.lower()) for article in articles
        ],
        "Aho-Corasick: whole words": lambda: each(whole_words, articles),
    }
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(ROUNDS):
        for name, work in tasks.items():
            start = time.perf_counter()
            work()
            times[name].append(time.perf_counter() - start)
    ratios = {
        name: statistics.median(r / t for r, t in zip(times["ref"], taken, strict=True))
        for name, taken in times.items()
    }
    result = {"words": len(lexicon.vocabulary.words), "times_ref": ratios}
    write_results("matching", result, shown=True)


if __name__ == "__main__":
    main()
