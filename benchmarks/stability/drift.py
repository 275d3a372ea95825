"""What a change of lexicon, code or model does to the scores of a pinned set of texts.

    python -m benchmarks.stability.drift                     what moved, by how much, and why
    python -m benchmarks.stability.drift --accept REASON     the new scores become golden

tests/test_golden.py fails while a score differs from tests/golden/scores.json. Every accepted
change is written to docs/assurance/drift.md, so that users upgrade knowingly.
"""

import json
import statistics
import sys
from collections import Counter
from dataclasses import dataclass
from typing import Any

from benchmarks import ROOT, options
from credscore import Report, Scorer
from tests.inputs.awkward import ARTICLE
from tests.inputs.swaps import SENTENCES, TITLES

GOLDEN = ROOT / "tests" / "golden" / "scores.json"
PAGE = ROOT / "docs" / "assurance" / "drift.md"
TOLERANCE = 1e-9
WORDS = {
    "given": "Mira", "surname": "Holm", "country": "France", "nation": "French",
    "partisans": "Greens", "party": "Labour", "outlet": "Herald", "station": "BBC",
    "subject": "she", "subject_first": "She", "object": "them", "possessive": "her",
    "possessive_first": "Her", "reflexive": "herself",
    "NATION": "FRENCH", "SURNAME": "HOLM", "GIVEN": "MIRA",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Move:
    """One text whose score moved; `because` are the features whose part of the log-odds did."""

    name: str
    before: float
    after: float
    because: tuple[str, ...]


def texts() -> dict[str, tuple[str, str | None]]:
    """The pinned texts by name: whole articles, single sentences, and titles on one article."""
    paths = [*ROOT.glob("examples/*.txt"), *ROOT.glob("tests/data/triples/*/*.txt")]
    pinned: dict[str, tuple[str, str | None]] = {
        path.relative_to(ROOT).as_posix(): (path.read_text("utf-8"), None) for path in sorted(paths)
    }
    pinned["empty"] = ("", None)
    pinned["article"] = (ARTICLE, None)
    for sentence in SENTENCES:
        pinned[sentence] = (sentence.format_map(WORDS), None)
    for title in filter(None, TITLES):
        pinned[f"title: {title}"] = (ARTICLE, title.format_map(WORDS))
    return pinned


def measure() -> dict[str, Any]:
    """The scores of today: log-odds in all, and the contribution of every feature."""
    scorer = Scorer.load()
    reports = {name: scorer.score(*text) for name, text in texts().items()}
    return {
        "model_id": scorer.model.model_id,
        "model_sha256": scorer.model.sha256,
        "scores": {name: _entry(report) for name, report in reports.items()},
    }


def _entry(report: Report) -> dict[str, Any]:
    parts = {c.feature: c.log_odds for c in report.contributions}
    return {
        "score": report.score,
        "stance": report.stance,
        "evidence": len(report.evidence),
        "log_odds": {"base": report.base_log_odds, **{name: parts[name] for name in sorted(parts)}},
    }


def moves(old: dict[str, Any], new: dict[str, Any]) -> list[Move]:
    """The texts whose score or stance differs, the largest move first."""
    changes = []
    for name in sorted(old["scores"].keys() | new["scores"].keys()):
        before, after = old["scores"].get(name), new["scores"].get(name)
        if before is None or after is None:
            lone = (before or after)["score"]
            changes.append(Move(name, lone, lone, ("text added" if after else "text removed",)))
            continue
        parts, others = before["log_odds"], after["log_odds"]
        because = [
            signal
            for signal in sorted(parts.keys() | others.keys())
            if abs(parts.get(signal, 0.0) - others.get(signal, 0.0)) > TOLERANCE
        ]
        if before["stance"] != after["stance"]:
            because.append("stance")
        if because:
            changes.append(Move(name, before["score"], after["score"], tuple(because)))
    return sorted(changes, key=lambda move: -abs(move.after - move.before))


def tell(changes: list[Move], total: int) -> str:
    """One sentence: how many moved, by how much, through which features."""
    if not changes:
        return f"0 of {total} scores moved."
    sizes = [abs(move.after - move.before) for move in changes]
    causes = Counter(cause for move in changes for cause in move.because).most_common(4)
    return (
        f"{len(changes)} of {total} scores moved: median {statistics.median(sizes):.4f}, largest "
        f"{max(sizes):.4f}; through {', '.join(f'{name} ({count})' for name, count in causes)}."
    )


def accept(old: dict[str, Any], new: dict[str, Any], reason: str) -> str:
    """Write the new scores and a line of docs/assurance/drift.md; returns the line."""
    changes = moves(old, new)
    change = "First golden scores." if not old["scores"] else tell(changes, len(new["scores"]))
    line = f"| {new['model_id']} | `{new['model_sha256'][:8]}` | {reason} | {change} |\n"
    GOLDEN.write_text(json.dumps(new, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    PAGE.write_text(PAGE.read_text("utf-8") + line, encoding="utf-8")
    return line


def main() -> None:
    """Print the drift, or accept it; exits with 1 where scores moved and none was accepted."""
    parser = options(__doc__)
    parser.add_argument("--accept", metavar="REASON", help="why the new scores are right")
    arguments = parser.parse_args()
    old = json.loads(GOLDEN.read_text("utf-8")) if GOLDEN.is_file() else {"scores": {}}
    new = measure()
    changes = moves(old, new)
    for move in changes[:15]:
        scores = f"{move.before:.4f} -> {move.after:.4f}"
        print(f"{scores}  {move.name[:60]}  {', '.join(move.because[:4])}")
    print(tell(changes, len(new["scores"])))
    if arguments.accept:
        print(accept(old, new, arguments.accept))
    elif changes:
        sys.exit(1)


if __name__ == "__main__":
    main()
