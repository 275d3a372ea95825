"""The model card: written by the training from what it measured, never by hand."""

from credscore.features import FEATURES
from credscore.model import Model
from credscore.training.corpora import HELD_OUT, TRAINING

_INTENDED = """## Intended use
Triage of news-like English texts by how they source their central claim, with a person who reads
the evidence. The score is the probability that the claim is true at a base rate of 0.5, among
claims that were worth checking.

## Out of scope
Fact-checking, rating writers or outlets, deciding without a person, languages other than English,
texts that are not news-like (satire, transcripts, press releases, fiction).
"""

SHIPPED_DATA = """Five corpora of news-like texts whose central claim somebody rated: emergent (news
about unverified claims, grouped by claim: the closest to the purpose), fakenewsnet_gossipcop
(celebrity stories), buzzfeed_facebook (posts of 2016), checkthat21 (texts rated by fact-checkers)
and fakenewsnet_politifact (its true class leans to transcripts), grouped by publisher where it is
known. Classes are balanced within a corpus, corpora weighted by the root of their size,
near-duplicates removed by 8-word shingles. Not trained on: artificial (perez_amt), truncated
(coaid), labelled by outlet (allsides_mbfc), near-noise (snopes312), other criteria
(fakehealth_release), overlapping (fakenewsnet_old_buzzfeed) or non-commercial texts (veritas41),
and the negative control (fakes)."""

USERS_DATA = """Labelled files of the user; a corpus is a file. Classes are balanced within a file,
files weighted by the root of their size. Terms as the user knows them."""

_LIMITS = """## Limits
The model reads how a text is sourced, not whether it is right: a false claim with named sources
and dates scores high. A careful debunk scores low, because its claim is false; the report's stance
says so. Label definitions differ between the corpora. Skill outside the training corpora is
modest: see the table. The negative control and the comparison with a token model stand in
benchmarks/results/accuracy.json.
"""


def write_card(model: Model, left_out: dict[str, dict[str, float]], data: str) -> str:
    """The card in Markdown; `data` tells of the rows; metrics, weights, limits."""
    terms = TRAINING | HELD_OUT
    lines = [f"# Model card: {model.model_id}", "", f"Trained {model.created}.", "", _INTENDED]
    lines += [
        "## Training data",
        data,
        "",
        "Each row is scored by a fit that had not seen its corpus; Brier score, log loss and ECE",
        "are class-balanced.",
        "",
        "| corpus | terms of the texts | rows | AUC | Brier | log loss | ECE |",
        "|---|---|---|---|---|---|---|",
    ]
    for corpus, m in left_out.items():
        of_texts = terms.get(corpus, ("", "unknown"))[1]
        lines.append(
            f"| {corpus} | {of_texts} | {m['rows']} | {m['auc']:.3f} | "
            f"{m['brier']:.3f} | {m['log_loss']:.3f} | {m['ece']:.3f} |"
        )
    lines += [
        "",
        "## Features and weights",
        "Weights are per unit of the feature, in log-odds.",
        "",
    ]
    lines += ["| feature | weight | center | unit | definition |", "|---|---|---|---|---|"]
    table = {feature.name: feature for feature in FEATURES}
    for weight in model.weights:
        feature = table[weight.feature]
        lines.append(
            f"| {feature.name} | {weight.weight:.3f} | {weight.center:.3f} | {feature.unit} | "
            f"{feature.definition} |"
        )
    lines += [
        "",
        "No weight contradicts the expected direction of its feature: each keeps a small one in",
        "it, also where the corpora say little (docs/model.md).",
        "",
        _LIMITS,
    ]
    return "\n".join(lines)
