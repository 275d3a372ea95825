"""What `credscore evaluate` measures as a page of HTML."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from importlib.resources import files
from string import Template
from typing import Any

from credscore.picture import reliability_svg
from credscore.training.judging.metrics import FIGURES

_MODELS = {
    "model": "model", "tfidf": "TF-IDF, grouped folds", "constant": "one answer for all",
    "minus_tfidf": "model minus TF-IDF",
}  # fmt: skip
_OF_SPLITS = {"rows": "rows", "accuracy": "accuracy", "auc": "AUC", "brier": "Brier score"}


def page(result: Mapping[str, Any]) -> str:
    """One HTML document of what `assess` found; the diagrams need the extra `plot`."""
    corpora, doubts = result["corpora"], result["doubts"]
    sections = [
        f"<h2>{escape(name)}</h2>\n<p>{corpus['rows']} rows, {corpus['groups']} groups, "
        f"{corpus['true_share']:.0%} true.</p>\n{_figures(corpus)}"
        for name, corpus in corpora.items()
    ]
    if "mean" in result:
        sections.append(f"<h2>Mean of the files</h2>\n{_figures(result['mean'])}")
    signals = [(name, *map(_number, aucs.values())) for name, aucs in result["signals"].items()]
    splits = [
        (name, *(_number(split[side].get(f)) for side in ("with", "without") for f in _OF_SPLITS))
        for name, split in doubts["splits"].items()
    ]
    areas = [f"{name} {_number(value)}" for name, value in doubts["area_under_risk"].items()]
    template = files("credscore.training.judging").joinpath("assessment.html").read_text("utf-8")
    return Template(template).substitute(
        model=escape(result["model_id"]), corpora="\n".join(sections),
        diagrams=reliability_svg({name: corpora[name]["reliability"] for name in corpora}),
        signals=_table(("signal", "alone", "lost without"), signals),
        doubts=_table(("", *_OF_SPLITS.values(), *_OF_SPLITS.values()), splits),
        mean_risk=_number(doubts["mean_risk"]), areas=", ".join(areas),
    )  # fmt: skip


def _figures(corpus: Mapping[str, Any]) -> str:
    rows = [
        (title, *(_with_interval(corpus[name].get(figure)) for figure in FIGURES))
        for name, title in _MODELS.items()
        if name in corpus
    ]
    return _table(("", *FIGURES.values()), rows)


def _with_interval(figure: Mapping[str, float | None] | None) -> str:
    if figure is None:
        return ""
    value, low, high = (_number(figure[key]) for key in ("value", "low", "high"))
    return f"{value} <small>[{low}, {high}]</small>"


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; only the heads and the first cells are escaped."""
    head = "".join(f'<th scope="col">{escape(title)}</th>' for title in heads)
    lines = [
        f'<tr><th scope="row">{escape(first)}</th>' + "".join(f"<td>{c}</td>" for c in rest)
        for first, *rest in rows
    ]
    return f"<table><thead><tr>{head}<tbody>\n" + "\n".join(lines) + "\n</table>"
