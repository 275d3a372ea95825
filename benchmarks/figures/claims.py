"""The figures of claims.json as Markdown."""

from benchmarks import results
from benchmarks.figures.markdown import number, table

_ANSWERS = {
    "found": "`report.claim`",
    "title": "the title",
    "found_without_title": "`report.claim`, title withheld",
    "first_sentence": "the first sentence",
}


def claims() -> str:
    """How much the claims found share with those of Emergent, and the stance beside its own."""
    result = results("claims")
    halves = [result["seen"], result["unseen"]]
    rows = [
        [title, *(
            number(half["claim"][name][key]) for key in ("half", "f1") for half in halves
        )]
        for name, title in _ANSWERS.items()
    ]  # fmt: skip
    heads = ("", "half the words, seen", "unseen", "F1, seen", "unseen")
    stances = "; ".join(
        f"{name}: precision {number(half['stance']['precision'])}, recall "
        f"{number(half['stance']['recall'])} of {half['stance']['against']}"
        for name, half in zip(("seen", "unseen"), halves, strict=True)
    )
    return (
        f"{table(heads, rows)}\n`debunks` against the label `against`: {stances}. "
        f"{result['side_denials']} of {result['denials']} denials concern a side matter."
    )


FIGURES = {"claims": claims}
