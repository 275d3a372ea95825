"""Draws findings and near-misses from fresh articles, to be read by a person.

    python -m benchmarks.quality.read_hits hits [SIGNAL/KIND ...] [--size 50] [--seed 1]
    python -m benchmarks.quality.read_hits misses SIGNAL [--size 50] [--seed 1]

Articles of a claim of which gold_dev holds a sentence are left out. An article gives at most one
find of a kind. `misses` prints sentences that hold a broad word of the signal and no find of it.
The precision that a reader counts is written by hand into results/read_hits.json.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterator

import pandas as pd

from benchmarks import options
from benchmarks.quality.signals import SHARED, SIGNALS, lines
from credscore.patterns import START
from credscore.signals import Reading, find_all

ARTICLES_PER_CORPUS = 400
TRIGGERS = {
    "official_denials": r"den(?:y|ie[sd]|ials?)|disput\w+|refut\w+|rebut\w*|reject\w*|dismiss\w*|"
    r"false\w*|untrue|hoax\w*|fakes?|debunk\w*|comment|confirm\w*|myth|lie[sd]?|baseless|no truth",
    "anonymous_sources": r"sources?|officials?|insiders?|anonym\w+|unnamed|reports?|rumou?r\w*|"
    r"said to|witness\w*|experts?|analysts?|people say|critics|leaked|according to|told",
    "unverifiable_media": r"videos?|photos?|images?|footage|audio|documents?|letters?|authentic\w*|"
    r"verif\w+|purport\w*|appears? to show|unconfirmed|evidence|proof|if true|if confirmed",
    "hedges": r"may|might|could|seem\w*|appear\w*|likely|possib\w+|alleg\w+|claim\w*|suggest\w*|"
    r"believed|thought to|suspect\w*|perhaps|probabl\w+|rumou?r\w*|speculat\w+|supposed\w*|"
    r"would|hint\w*|imply|implie[sd]|potential\w*|reported\w*|so-called|assum\w+|sort of",
}


def fresh(seed: int) -> Iterator[tuple[str, str, str]]:
    """Corpus, title and text of articles in random order, corpora in turn."""
    gold: dict[str, list[str]] = defaultdict(list)
    for row in lines("gold_dev.jsonl"):
        gold[row["corpus"]].append(row["text"][:80])
    drawn: list[list[tuple[str, str, str]]] = []
    for path in sorted((SHARED / "corpora").glob("*.csv.gz")):
        name = path.name.removesuffix(".csv.gz")
        table = pd.read_csv(path).dropna(subset=["text"]).drop_duplicates("text")
        table["title"] = table["title"].astype(object).fillna("")
        seen = table["text"].map(lambda text, of=gold[name]: any(part in text for part in of))
        claims = set(table.loc[seen, "claim_id"].dropna())
        table = table[~seen & ~table["claim_id"].isin(claims)]
        table = table.sample(min(ARTICLES_PER_CORPUS, len(table)), random_state=seed)
        drawn.append([(name, row.title, row.text[:20000]) for row in table.itertuples()])
    for number in range(ARTICLES_PER_CORPUS):
        yield from (articles[number] for articles in drawn if number < len(articles))


def hits(kinds: list[str], size: int, seed: int) -> dict[str, list[str]]:
    """Up to `size` findings of every kind, each marked in its sentence."""
    found: dict[str, list[str]] = defaultdict(list)
    for corpus, title, text in fresh(seed):
        reading, rows = Reading(text, title), {}
        for signal, findings in find_all(reading).items():
            for finding in reading.findings(findings):
                rows.setdefault(f"{signal}/{finding.kind}", []).append(finding)
        for kind, findings in rows.items():
            if len(found[kind]) < size and (not kinds or kind in kinds):
                place = random.Random(f"{seed}{text[:50]}{kind}").choice(findings)
                found[kind].append(f"{corpus[:9]:9} {place.cue[:18]:18} {marked(reading, place)}")
        if kinds and all(len(found[kind]) == size for kind in kinds):
            break
    return found


def marked(reading: Reading, finding) -> str:
    """The sentence of a finding with the finding in brackets."""
    text = reading.text
    first, last = reading.sentence(finding.start)
    begin = int(text.starts[max(first, finding.start - 45)])
    end = int(text.ends[min(last, finding.end + 30) - 1])
    start, stop = int(text.starts[finding.start]), int(text.ends[finding.end - 1])
    sentence = f"{text.source[begin:start]}[[{text.source[start:stop]}]]{text.source[stop:end]}"
    return " ".join(sentence.replace("\0", " ").split())


def misses(signal: str, size: int, seed: int) -> list[str]:
    """Sentences with a broad word of a signal, and no find of it; one an article."""
    trigger = re.compile(rf"(?<!\w)(?:{TRIGGERS[signal]})(?!\w)", re.IGNORECASE)
    found: list[str] = []
    for corpus, title, text in fresh(seed):
        reading = Reading(text, title)
        taken = find_all(reading)[signal][:, START].tolist()
        held = {reading.sentence(start)[0] for start in taken}
        bounds = [int(text.body_starts[0]) for text in [reading.text]]
        bounds += [s for s in reading.text.sentence_starts.tolist() if s > bounds[0]]
        sentences = []
        for first, last in zip(bounds, [*bounds[1:], len(reading.text)], strict=True):
            if first in held or not 4 < last - first < 80:
                continue
            starts, ends = reading.text.starts[first], reading.text.ends[last - 1]
            sentence = " ".join(reading.text.source[starts:ends].replace("\0", " ").split())
            if trigger.search(sentence):
                sentences.append(trigger.sub(lambda m: f"*{m[0]}*", sentence))
        if sentences:
            chosen = random.Random(f"{seed}{text[:50]}").choice(sentences)
            found.append(f"{corpus[:9]:9} {chosen}")
        if len(found) == size:
            break
    return found


def main() -> None:
    """Print what was drawn."""
    parser = options(__doc__)
    parser.add_argument("what", choices=("hits", "misses"))
    parser.add_argument("kinds", nargs="*", help="SIGNAL/KIND, or for misses a SIGNAL")
    parser.add_argument("--size", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    if asked.what == "hits":
        for kind, found in sorted(hits(asked.kinds, asked.size, asked.seed).items()):
            print(f"\n== {kind}: {len(found)}", *found, sep="\n")
        return
    for signal in asked.kinds or SIGNALS:
        print(f"\n== {signal}", *misses(signal, asked.size, asked.seed), sep="\n")


if __name__ == "__main__":
    main()
