"""The card of a model, in the form of model hubs, with what the training measured."""

from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from string import Template
from typing import Any

from credscore.features import FEATURES
from credscore.model import Model
from credscore.training.fitting.towards import STRENGTHS
from credscore.training.judging.metrics import EXTREMES, FIGURES

Judged = Mapping[str, Mapping[str, Any]]
"""By the name of a corpus or file, the figures of `judge_corpora`."""

_FIGURES = {name: title for name, title in FIGURES.items() if name != "intercept"}
_OF_HUBS = ("auc", "brier", "log_loss", "excess_ece")
_INTERVAL = "{value:.3f} [{low:.3f}, {high:.3f}]"
_PRIORS = (0.1, 0.3, 0.5, 0.7, 0.9)


def shipped_card(model: Model, judged: Judged) -> str:
    """The card of the shipped model, with room for the figures of the benchmarks."""
    rows = [(name, "unknown", row["rows"], row["groups"]) for name, row in judged.items()]
    return _card(
        ("opening", "shipped", "model", "shipped_limits", "citation"), model, judged,
        license="apache-2.0", terms="Apache-2.0 (weights; the texts are not part of it)",
        data=_table(("corpus", "terms of the texts", "rows", "claims or publishers"), rows),
        figures=_figures(judged, "model"), extremes=_extremes(judged),
        cap=f"{model.style_cap or 0:.2f}",
        limits=" to ".join(f"{limit:.2f}" for limit in model.limits or ()),
    )  # fmt: skip


def own_card(model: Model, judged: Judged, strength: float | None) -> str:
    """The card of a model of a user's labels; with a strength of None it starts from scratch."""
    origin = "It was trained from scratch, with the recipe of the shipped model."
    if strength is not None:
        origin = (
            "It starts from the weights of the shipped model. Its weights are held to them with "
            f"strength {strength:g} ({min(STRENGTHS):g} hardly holds, {max(STRENGTHS):g}\nhardly "
            "lets go): the strongest that the rows can't tell from the best."
        )
    figures = {name: _figures(judged, name) for name in ("own", "shipped", "tfidf")}
    rows = [(name, file["rows"], file["groups"]) for name, file in judged.items()]
    if len(rows) > 1:
        rows.pop()  # all files together
    data = _table(("file", "rows", "groups"), rows)
    return _card(
        ("opening", "own", "model", "citation"), model, judged,
        license="other", terms="as the user decides", origin=origin, data=data, **figures,
    )  # fmt: skip


def _card(parts: Sequence[str], model: Model, judged: Judged, **values: str) -> str:
    """The files card_parts/PART.md, with the values that both kinds of card share and `values`."""
    folder = files("credscore.training") / "card_parts"
    template = Template("\n".join((folder / f"{part}.md").read_text("utf-8") for part in parts))
    weighted = {weight.feature for weight in model.weights if weight.weight}
    return template.substitute(
        values, model_id=model.model_id, format=model.format_version, created=model.created,
        year=model.created[:4], number=len(model.weights), half_words=f"{model.half_words:g}",
        results="\n".join(map(_result, judged, judged.values())),
        thresholds=_thresholds(model), weights=_weights(model),
        unused=", ".join(feature.name for feature in FEATURES if feature.name not in weighted),
    )  # fmt: skip


def _result(corpus: str, judged: Mapping[str, Any]) -> str:
    """An entry of the model index, in YAML."""
    name = "'" + corpus.replace("'", "''") + "'"
    first = judged["model" if "model" in judged else "own"]
    metrics = "".join(
        f"\n    - {{type: {key}, value: {first[key]['value']:.4f}}}" for key in _OF_HUBS
    )
    return (
        "  - task: {type: text-classification}\n"
        f"    dataset: {{name: {name}, type: {name}}}\n    metrics:{metrics}"
    )


def _figures(judged: Judged, name: str) -> str:
    rows = [
        (corpus, row["rows"], *(_INTERVAL.format(**row[name][figure]) for figure in _FIGURES))
        for corpus, row in judged.items()
    ]
    return _table(("corpus", "rows", *_FIGURES.values()), rows)


def _extremes(judged: Judged) -> str:
    """By corpus, the share of true claims among texts whose scores are far from even."""

    def share(band: Mapping[str, Any]) -> str:
        return f"{band['true_share']:.2f} of {band['rows']}" if band["rows"] else "none"

    heads = [f"{start:.1f} to {end:.1f}" for start, end in EXTREMES]
    rows = [(corpus, *map(share, figures["extremes"])) for corpus, figures in judged.items()]
    return _table(("corpus", *heads), rows)


def _thresholds(model: Model) -> str:
    """How many of 100 flagged texts are false, by threshold and prior."""
    if (below := model.below) is None:
        return "Not measured.\n"
    rows = [
        (score, *(f"{100 * below.false_share(score, prior):.0f}" for prior in _PRIORS))
        for score in (tenth / 10 for tenth in range(1, 10))
        if below.score[0] <= score <= below.score[-1]
    ]
    return _table(("score at most, at a prior of 0.5", *(f"prior {p}" for p in _PRIORS)), rows)


def _weights(model: Model) -> str:
    meaning = {feature.name: (feature.unit, feature.definition) for feature in FEATURES}
    rows = [
        (w.feature, f"{w.weight:.3f}", f"{w.center:.3f}", *meaning[w.feature])
        for w in model.weights
    ]
    return _table(("feature", "weight", "center", "unit", "definition"), rows)


def _table(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join("| " + " | ".join(map(_cell, line)) + " |\n" for line in lines)


def _cell(value: object) -> str:
    return " ".join(str(value).replace("|", "\\|").split())
