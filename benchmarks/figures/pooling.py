"""The figures of pooling.json as Markdown: how well reports on one claim are pooled."""

from benchmarks import results
from benchmarks.figures.markdown import number, ranged, run, table

_NAMES = {
    "pooled": "pooled",
    "mean_log_odds": "mean log-odds of the same articles",
    "tfidf": "TF-IDF, mean log-odds",
}
_PARTS = {"all": "all articles", "without_against": "without those against the claim"}
_FIGURES = ("auc", "log_loss", "slope", "excess_ece")


def pooling() -> str:
    """The figures of pooled scores, beside the mean of log-odds and TF-IDF."""
    result = results("pooling")
    rows = [
        [f"{title}, {name}", result[zone]["claims"], result[zone]["articles"],
         *(ranged(result[zone][key][figure]) for figure in _FIGURES)]
        for zone, title in _PARTS.items()
        for key, name in _NAMES.items()
    ]  # fmt: skip
    heads = ("", "claims", "articles", "AUC", "log loss", "slope", "excess ECE")
    gain = result["all"]["minus_mean_log_odds"]
    return (
        f"{table(heads, rows)}\nPooled less the mean log-odds: AUC {ranged(gain['auc'], '+')}, log "
        f"loss {ranged(gain['log_loss'], '+')}. The score by the shipped weights lies in the "
        f"90 % interval of the fold's for {number(result['interval'], 2)} of the claims: the "
        f"interval is wide. {run(result)}"
    )


FIGURES = {"pooling": pooling}
