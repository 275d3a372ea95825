"""How well the central claim is found, and what the stance says of it, on Emergent.

    python -m benchmarks.quality.claims

Emergent has for every article the claim that it was collected for, in words of its own, and whether
the article is for it, against it or observes. The claim found is compared by its content words: of
those of the dataset's claim, how many it shares, beside the title and the first sentence, which are
the simplest answers. `debunks` is compared with `against`. Whatever was chosen by looking at
Emergent was chosen on one half of its claims (`seen`); the other half is `unseen`. Writes
results/claims.json.
"""

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from benchmarks import SHARED, options, write_results
from credscore import Report, Scorer

STANCES = ("against", "for", "observing")
_STOP = frozenset({
    "a", "about", "after", "an", "and", "are", "as", "at", "be", "been", "but", "by", "did",
    "do", "does", "for", "from", "had", "has", "have", "he", "her", "his", "if", "in", "into",
    "is", "it", "its", "no", "not", "of", "on", "or", "over", "said", "say", "says", "she",
    "so", "than", "that", "the", "their", "then", "they", "this", "to", "was", "were", "when",
    "which", "while", "who", "will", "with", "would",
})  # fmt: skip
_LETTERS = 5
"""Words are compared by their first letters, so that "burger" and "burgers" are one."""


def content(text: str) -> set[str]:
    """The content words of a text, shortened.

    >>> sorted(content("The burger's age"))
    ['age', 'burge']
    """
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]s\b", "", text.lower()))
    return {word[:_LETTERS] for word in words if word not in _STOP and len(word) > 1}


def overlap(claims: list[str], answers: list[str]) -> dict[str, float]:
    """How many articles share at least half, and more than half, of the claim's content words.

    `recall` is the mean share of these words, `f1` the mean of its harmonic mean with the share of
    the answer's words that are in the claim.
    """
    pairs = [
        (content(claim), content(answer)) for claim, answer in zip(claims, answers, strict=True)
    ]
    shares = np.array([len(claim & answer) / max(1, len(claim)) for claim, answer in pairs])
    f1 = [2 * len(c & a) / max(1, len(c) + len(a)) for c, a in pairs]
    figures = {
        "half": (shares >= 0.5).mean(),
        "most": (shares > 0.5).mean(),
        "recall": shares.mean(),
    }
    return {name: round(float(value), 3) for name, value in {**figures, "f1": np.mean(f1)}.items()}


def read() -> pd.DataFrame:
    """The articles with a stance and a title, with the half of their claim."""
    frame = pd.read_csv(SHARED / "corpora" / "emergent.csv.gz", keep_default_na=False, dtype=str)
    frame = frame[frame["stance"].isin(STANCES) & (frame["title"] != "")].reset_index(drop=True)
    seen = sorted(set(frame["claim_id"]))[::2]
    return frame.assign(half=np.where(frame["claim_id"].isin(seen), "seen", "unseen"))


def first_sentence(text: str) -> str:
    """The first sentence, by the sentences of credscore."""
    from credscore.text import Text

    read = Text([text], [None])
    ends = [*read.sentence_starts.tolist(), len(read)]
    offset = read.body_offsets[0]
    return text[: int(read.ends[ends[1] - 1] - offset)]


def told(reports: list[Report]) -> list[str]:
    """The claims found, "" for none."""
    return [report.claim.text if report.claim else "" for report in reports]


def stance(frame: pd.DataFrame, reports: list[Report]) -> dict[str, Any]:
    """Precision and recall of `debunks` as `against`, and the table of both stances."""
    ours = pd.Series([report.stance for report in reports], frame.index)
    flagged, wanted = ours == "debunks", frame["stance"] == "against"
    both = int((flagged & wanted).sum())
    return {
        "against": int(wanted.sum()),
        "precision": round(both / max(1, int(flagged.sum())), 3),
        "recall": round(both / max(1, int(wanted.sum())), 3),
        "table": {name: ours[frame["stance"] == name].value_counts().to_dict() for name in STANCES},
    }


def measure() -> dict[str, Any]:
    """All figures, by half and for both together."""
    frame = read()
    scorer = Scorer.load()

    def score(titles: list[str | None]) -> list[Report]:
        reports = scorer.score_many(frame["text"], titles)
        return [report for report in reports if isinstance(report, Report)]

    titled, bare = score(list(frame["title"])), score([None] * len(frame))
    answers = {
        "found": told(titled),
        "title": list(frame["title"]),
        "found_without_title": told(bare),
        "first_sentence": [first_sentence(text) for text in frame["text"]],
    }
    result: dict[str, Any] = {
        "denials": sum(item.signal == "official_denials" for r in titled for item in r.evidence),
        "side_denials": sum(not item.of_claim for r in titled for item in r.evidence),
    }
    halves: dict[str, Callable[[str], bool]] = {
        "seen": "seen".__eq__,
        "unseen": "unseen".__eq__,
        "all": lambda _: True,
    }
    for name, chosen in halves.items():
        rows = [row for row, half in enumerate(frame["half"]) if chosen(half)]
        claims = [frame["claim"][row] for row in rows]
        result[name] = {
            "articles": len(rows),
            "claim": {
                of: overlap(claims, [texts[r] for r in rows]) for of, texts in answers.items()
            },
            "stance": stance(frame.loc[rows], [titled[row] for row in rows]),
        }
    return result


def main() -> None:
    """Measure and write."""
    options(__doc__).parse_args()
    result = measure()
    write_results("claims", result, shown=True)


if __name__ == "__main__":
    main()
