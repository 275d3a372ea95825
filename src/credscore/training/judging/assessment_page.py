"""What `credscore evaluate` measures as a page of HTML."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from credscore.training.judging.reliability_diagram import reliability_svg

_STYLE = """body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;
color:#1a1a1a;background:#fff}table{border-collapse:collapse;margin:1rem 0}caption{text-align:left;
font-weight:600}th,td{padding:.3rem .7rem;border-bottom:1px solid #ddd;text-align:right}
th:first-child,td:first-child{text-align:left}small{color:#555}svg{max-width:100%;height:auto}"""
_FIGURES = {
    "auc": "AUC", "brier": "Brier score", "log_loss": "log loss", "ece": "ECE",
    "excess_ece": "excess ECE", "slope": "slope", "intercept": "intercept",
}  # fmt: skip
_MODELS = {
    "model": "model", "tfidf": "TF-IDF, grouped folds", "constant": "one answer for all",
    "minus_tfidf": "model minus TF-IDF",
}  # fmt: skip


def page(result: Mapping[str, Any]) -> str:
    """One HTML document without scripts or anything loaded from elsewhere.

    `result` is that of assess.assess; the diagrams need the extra `plot`.
    """
    parts = [f"<h1>Evaluation of {escape(result['model_id'])}</h1>"]
    parts += [
        "<p>All but the AUC are class-balanced: they hold at a prior of 0.5. In brackets 95 % "
        "bootstrap intervals over groups.</p>"
    ]
    for name, corpus in result["corpora"].items():
        parts += [
            f"<h2>{escape(name)}</h2><p>{corpus['rows']} rows, {corpus['groups']} groups, "
            f"{corpus['true_share']:.0%} true.</p>",
            _figures(corpus),
        ]
    if "mean" in result:
        parts += ["<h2>Mean of the files</h2>", _figures(result["mean"])]
    diagrams = {name: corpus["reliability"] for name, corpus in result["corpora"].items()}
    parts += [
        "<h2>Reliability</h2><p>Points on the diagonal: as many claims are true as the scores say. "
        "The size of a point tells how many texts it stands for.</p>",
        reliability_svg(diagrams),
        "<h2>Signals</h2><p>AUC of each signal's contributions alone (0.5: it tells nothing here), "
        "and what the AUC loses without them.</p>",
        _table(
            ("signal", "alone", "lost without"),
            [
                (name, _number(auc["alone"]), _number(auc["lost_without"]))
                for name, auc in result["signals"].items()
            ],
        ),
        _doubts(result["doubts"]),
    ]
    body = "\n".join(parts)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>Evaluation of {escape(result['model_id'])}</title><style>{_STYLE}</style></head>"
        f"<body>\n{body}\n</body></html>\n"
    )


def _figures(corpus: Mapping[str, Any]) -> str:
    rows = [
        (title, *(_with_interval(corpus[name].get(figure)) for figure in _FIGURES))
        for name, title in _MODELS.items()
        if name in corpus
    ]
    return _table(("", *_FIGURES.values()), rows)


def _doubts(doubts: Mapping[str, Any]) -> str:
    heads = ("", "rows", "accuracy", "AUC", "Brier score", "rows", "accuracy", "AUC", "Brier score")
    rows = []
    for name, split in doubts["splits"].items():
        cells = [
            split[side].get(figure)
            for side in ("with", "without")
            for figure in ("rows", "accuracy", "auc", "brier")
        ]
        rows.append((name, *(_number(cell) for cell in cells)))
    areas = ", ".join(
        f"{name} {_number(value)}" for name, value in doubts["area_under_risk"].items()
    )
    return (
        "<h2>Doubts</h2><p>Rows with the mark (first four columns) and without it.</p>"
        + _table(heads, rows)
        + f"<p>Area under the risk-coverage curve (class-balanced Brier score; kept at random "
        f"{_number(doubts['mean_risk'])}): {areas}.</p>"
    )


def _with_interval(figure: Mapping[str, float | None] | None) -> str:
    if figure is None:
        return ""
    low, high = _number(figure["low"]), _number(figure["high"])
    return f"{_number(figure['value'])} <small>[{low}, {high}]</small>"


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col">{escape(title)}</th>' for title in heads)
    lines = [
        "<tr>" + f'<th scope="row">{escape(first)}</th>' + "".join(f"<td>{c}</td>" for c in rest)
        + "</tr>"
        for first, *rest in rows
    ]  # fmt: skip
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>"
