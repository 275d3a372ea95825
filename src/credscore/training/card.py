"""The card of a model, in the form of model hubs, with what the training measured."""

from collections.abc import Mapping
from typing import Any

from credscore.features import FEATURES
from credscore.model import Model
from credscore.training.data.corpora import HELD_OUT, TRAINING
from credscore.training.fitting.towards import STRENGTHS
from credscore.training.judging.evaluate import Judged

_FIGURES = ("auc", "brier", "log_loss", "ece", "excess_ece", "slope")
_HEADS = ("AUC", "Brier score", "log loss", "ECE", "excess ECE", "slope")

_USE = """## Intended use
Triage of news-like English texts by how they source their central claim, with a person who reads
the evidence: newsrooms, trust-and-safety teams, analysts of open sources, researchers. The score
is the probability that the claim is true at a stated base rate (0.5 unless given), among claims
that were worth checking.

## Out-of-scope use
Fact-checking; rating writers or outlets as honest; deciding or removing texts without a person;
languages other than English; texts that are not news-like (satire, transcripts, press releases,
fiction).

## How to use
{how}
"""

_SHIPPED_DATA = """Texts whose central claim somebody rated. Classes are balanced within a corpus,
near-duplicates are removed by 8-word shingles, every corpus weighs the same. No text of theirs
is part of the model: it holds weights, means and ranges of the features.

Two small corpora, near-noise (snopes312) and artificial (perez_amt), are among them because they
teach what holds everywhere; they have no part in the sigmoid and in the means of the first six. Not
trained on: truncated (coaid), labelled by outlet (allsides_mbfc), other criteria
(fakehealth_release), overlapping (fakenewsnet_old_buzzfeed) or non-commercial texts (veritas41),
and the negative control (fakes)."""

_OWN_DATA = """Labelled files of the user; the terms of their texts are as the user knows them.
Classes are balanced within a file, every file weighs the same."""

_LIMITS = """## Limits
The model reads how a text is sourced, not whether it is right: a false claim with named sources
and dates scores high. A careful debunk scores low, because its claim is false; the report's stance
says so. What "false" means differs between the corpora. Skill outside the training corpora is
modest: see the figures. The interval tells how the fit would move with other training data; it
does not tell that a text is unlike all of it: the caveats do.
"""

_SHIPPED_LIMITS = """
Probabilities hold for all corpora together, not for each: the slopes above differ widely, so that
texts of one kind may score too high, too low or too extreme as a group. Claims that nobody resolved
score above false ones only where articles deny or debunk the false ones. The features were chosen
while the corpora were in view: expect a little less elsewhere.
"""


def shipped_card(model: Model, judged: Mapping[str, Judged]) -> str:
    """The card of the shipped model, with room for the figures of the benchmarks."""
    licences = TRAINING | HELD_OUT
    data = [
        (name, licences.get(name, ("", "unknown"))[1], figures.rows, figures.groups)
        for name, figures in judged.items()
    ]
    parts = [
        _head(model, judged, "Apache-2.0 (weights; the texts are not part of it)"),
        _USE.format(how="```python\nimport credscore\n\ncredscore.score(text)\n```"),
        "## Training data\n" + _SHIPPED_DATA + "\n",
        _table(("corpus", "terms of the texts", "rows", "claims or publishers"), data),
        "## Evaluation\nEach corpus is scored by a fit that had not seen it. All but the AUC are "
        "class-balanced;\nin brackets 95 % bootstrap intervals over claims or publishers.\n",
        _metrics(judged, "model"),
        _figures_of("card_comparison"),
        _figures_of("card_uncertainty"),
        "## Fairness tests\nA name, country, party, outlet or pronoun exchanged word for word for "
        "another must not move\na score.\n",
        _figures_of("swaps"),
        _thresholds(model),
        _weights(model),
        _LIMITS + _SHIPPED_LIMITS,
        _cite(model),
    ]
    return "\n".join(parts)


def own_card(
    model: Model, judged: Mapping[str, Judged], start: str, strength: float | None,
    rows: Mapping[str, tuple[int, int]],
) -> str:  # fmt: skip
    """The card of a model trained on a user's labels."""
    held = "" if strength is None else (
        f" Its weights are held to them with strength {strength:g} ({min(STRENGTHS):g} hardly "
        f"holds, {max(STRENGTHS):g}\nhardly lets go): the strongest that the rows can't tell from "
        "the best."
    )  # fmt: skip
    origin = {
        "shipped": "It starts from the weights of the shipped model." + held,
        "scratch": "It was trained from scratch, with the recipe of the shipped model.",
    }[start]
    folder = "```sh\ncredscore score article.txt --model FOLDER\n```"
    parts = [
        _head(model, judged, "as the user decides"),
        _USE.format(how=folder),
        f"## Training data\n{_OWN_DATA} {origin}\n",
        _table(("file", "rows", "groups"), [(name, *row) for name, row in rows.items()]),
        "## Evaluation\nEach row is scored by a fit that had not seen its group (own), beside the "
        "shipped model as it\nis and TF-IDF with logistic regression on the same folds. All but "
        "the AUC are class-balanced; in\nbrackets 95 % bootstrap intervals over groups.\n",
        *(
            f"### {title}\n\n{_metrics(judged, name)}"
            for title, name in (
                ("Own model", "own"), ("Shipped model", "shipped"), ("TF-IDF", "tfidf"),
            )
        ),
        "## Fairness tests\nThe features do not read names, countries, parties, outlets or "
        "pronouns; the tests are those of\nthe shipped model. They were not run anew.\n",
        _thresholds(model),
        _weights(model),
        _LIMITS,
        _cite(model),
    ]  # fmt: skip
    return "\n".join(parts)


def _head(model: Model, judged: Mapping[str, Judged], licence: str) -> str:
    """Front matter in YAML, and the opening."""
    lines = [
        "---", "language: en", "license: " + ("apache-2.0" if "Apache" in licence else "other"),
        "library_name: credscore", "pipeline_tag: text-classification",
        "tags: [credibility, attribution, hedging, calibration, tabular-classification]",
        "model-index:", f"- name: {model.model_id}", "  results:",
    ]  # fmt: skip
    for name, figures in judged.items():
        first = next(iter(figures.point.values()))
        lines += [
            "  - task: {type: text-classification}",
            f"    dataset: {{name: {_quoted(name)}, type: {_quoted(name)}}}",
            "    metrics:",
            *(
                f"    - {{type: {figure}, value: {first[figure]:.4f}}}"
                for figure in ("auc", "brier", "log_loss", "excess_ece")
            ),
        ]
    lines += [
        "---", "", f"# Model card: {model.model_id}", "",
        f"A logistic regression on {len(model.weights)} named numbers about how a text is "
        f"sourced, calibrated, as a page of JSON\n(format {model.format_version}). "
        f"Trained {model.created}. Licence: {licence}.", "",
    ]  # fmt: skip
    return "\n".join(lines)


def _quoted(name: str) -> str:
    """A YAML string in single quotes."""
    return "'" + name.replace("'", "''") + "'"


def _metrics(judged: Mapping[str, Judged], name: str) -> str:
    rows = []
    for corpus, figures in judged.items():
        values = figures.as_dict()[name]
        rows.append((corpus, figures.rows, *(_figure(values[figure]) for figure in _FIGURES)))
    return _table(("corpus", "rows", *_HEADS), rows)


def _figure(figure: Mapping[str, float]) -> str:
    return f"{figure['value']:.3f} [{figure['low']:.3f}, {figure['high']:.3f}]"


def _thresholds(model: Model) -> str:
    """How many of 100 flagged texts are false, by threshold and prior."""
    if model.below is None:
        return "## Thresholds\nNot measured.\n"
    below, priors = model.below, (0.1, 0.3, 0.5, 0.7, 0.9)
    grid = [score / 10 for score in range(1, 10)]
    rows = []
    for score in grid:
        if not below.score[0] <= score <= below.score[-1]:
            continue
        rates = [below.false_share(score, prior) for prior in priors]
        rows.append((f"{score:.1f}", *(f"{100 * rate:.0f}" for rate in rates)))
    heads = ("score at most, at a prior of 0.5", *(f"prior {prior}" for prior in priors))
    return (
        "## Thresholds\nOf 100 texts flagged because they score at most so much, so many have a "
        "false claim, by the share\nof true claims where they come from (measured on rows that "
        "the scoring fit had not seen).\n\n" + _table(heads, rows)
    )


def _weights(model: Model) -> str:
    table = {feature.name: feature for feature in FEATURES}
    rows = [
        (w.feature, f"{w.weight:.3f}", f"{w.center:.3f}", table[w.feature].unit,
         table[w.feature].definition)
        for w in model.weights
    ]  # fmt: skip
    text = "## Features and weights\nWeights are per unit of the feature, in log-odds.\n\n"
    text += _table(("feature", "weight", "center", "unit", "definition"), rows)
    used = {w.feature for w in model.weights if w.weight}
    rest = ", ".join(feature.name for feature in FEATURES if feature.name not in used)
    return text + (
        f"\nWhat the body says counts words / (words + {model.half_words:g}). No weight\n"
        "contradicts the expected direction of its feature: each keeps a small one in it, also\n"
        "where the corpora say little. Measured, but without a weight, as finer features say\n"
        f"more: {rest}.\n"
    )


def _cite(model: Model) -> str:
    return (
        "## How to cite\n"
        f"The credscore maintainers ({model.created[:4]}). credscore: how credibly a news-like "
        f"text is sourced.\nModel {model.model_id}, file format {model.format_version}.\n\n"
        "```bibtex\n@software{credscore,\n  author = {{The credscore maintainers}},\n"
        "  title = {credscore: how credibly a news-like text is sourced},\n"
        f"  year = {{{model.created[:4]}}},\n  note = {{Model {model.model_id}}}\n}}\n```\n"
    )


def _table(heads: tuple[str, ...], rows: list[Any]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join("| " + " | ".join(_cell(cell) for cell in line) + " |\n" for line in lines)


def _cell(value: object) -> str:
    return " ".join(str(value).replace("|", "\\|").split())


def _figures_of(name: str) -> str:
    """The marks between which `python -m benchmarks.figures.write` puts figures of a benchmark."""
    return f"<!-- figures: {name} -->\n<!-- end -->\n"
