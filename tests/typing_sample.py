"""Never executed: the type checker reads here how users call credscore."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

import credscore


def users() -> tuple[object, ...]:
    """What users write, with the types that they may rely on."""
    report: credscore.Report = credscore.score("text", title=None, prior=0.3)
    score: float = report.score
    interval: tuple[float, float] = report.interval
    quotes: list[str] = [evidence.quote for evidence in report.evidence]
    moved: list[float] = [contribution.log_odds for contribution in report.contributions]
    scorer: credscore.Scorer = credscore.Scorer.load(Path("folder"))
    many: Iterator[credscore.Report | credscore.Failure] = scorer.score_many(["a"], titles=[None])
    frame: pd.DataFrame = credscore.score_frame(pd.DataFrame({"text": ["a"]}))
    who: tuple[credscore.Attribution, ...] = credscore.attributions("text")
    return score, interval, quotes, moved, many, frame, who
