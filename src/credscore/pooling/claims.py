"""Pools claims of frames and files: reads each article once, and pools those on one claim."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict, Unpack
from unicodedata import normalize

from credscore import tables
from credscore.errors import InputTableError
from credscore.grouping import NO_GROUP, group_articles
from credscore.model import prior_log_odds
from credscore.pooling.articles import Article, ReadArticle, given, read_articles
from credscore.pooling.claim_report import ClaimReport
from credscore.pooling.pooled import loaded, pool_articles
from credscore.pooling.pooling_model import PoolingModel
from credscore.pooling.records import EVENT_KINDS
from credscore.processes import in_order
from credscore.report import MOST_REASONS, whole
from credscore.scorer import Scorer

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    "verdict", "score", "low", "high", "reliable", "caveats", "articles", "reports", "repeats",
    "copies", "left_out", "failed", "relays", "disputed", "debunks", *EVENT_KINDS, "origin",
    "weightiest", "reasons",
)  # fmt: skip
"""The columns of the table of claims, behind the claim's own."""
ClaimedArticle = tuple[Any, ReadArticle]  # the claim and the article of a row


class ClaimColumns(NamedTuple):
    """The names of the columns; without `claim`, articles are grouped by story."""

    claim: str | None
    text: str = "text"
    title: str | None = None
    source: str | None = None
    date: str | None = None


class Work(TypedDict, total=False):
    """Options of score_claims: the number of processes, and the model of the articles."""

    n_jobs: int
    model: str | Path | Scorer | None


def score_claims(
    df: Any, claim: str | None = "claim", text: str = "text", title: str | None = None,
    source: str | None = None, date: str | None = None, prior: float = 0.5, **work: Unpack[Work],
) -> "pd.DataFrame":  # fmt: skip
    """Pool the articles in a pandas or polars frame: one row for each claim.

    With `claim=None` the articles are first grouped by story (`group_articles`); a story is named
    after its first article. The order of the rows does not matter. Articles without a claim are not
    pooled; the last row counts them. `n_jobs` processes share the work. `model` is the folder of a
    model, or a scorer.

    Returns a table sorted by claim, with the columns: the claim's own name; verdict; score, low and
    high (90 % interval); reliable; caveats; articles, which is the sum of reports (independent
    ones), repeats (of the same voice), copies, left_out and failed; relays, disputed, debunks
    (articles by stance); first_report, first_denial, first_confirmation (dates); origin (where most
    reports come from); weightiest (the articles that move the score most); reasons.

    Raises InputTableError if a column is missing or stands twice, or the column of claims has the
    name of another column of the result. Raises InputError if `df` is not a frame, or the prior or
    `n_jobs` is no number. Raises InputValueError if the prior is not strictly between 0 and 1, or
    `n_jobs` is 0.

    >>> import pandas as pd
    >>> texts = ["Two officials said it sank.", "The ministry denied that it sank."]
    >>> table = score_claims(pd.DataFrame({"claim": "The ferry sank", "text": texts}))
    >>> table[["claim", "articles", "reports", "disputed"]].to_numpy().tolist()
    [['The ferry sank', 2, 2, 1]]
    """
    columns = ClaimColumns(claim, text, title, source, date)
    names = [name for name in columns if name is not None]
    tables.check_frame(df, text, *names)
    _check(columns, prior)
    n_jobs, scorer, pooling = _prepared(**work)
    read, blocks = partial(_read, scorer, columns), tables.frame_blocks(df, names)
    articles = [*chain.from_iterable(in_order(read, blocks, n_jobs))]
    return claim_table(
        _reports(articles, columns, pooling, prior), "claim" if claim is None else claim
    )


def score_claim_file(
    path: Path | None, columns: ClaimColumns, scorer: Scorer, pooling: PoolingModel,
    options: tables.InputOptions, prior: float = 0.5, n_jobs: int = 1,
    progress: Callable[[tables.Progress], None] = lambda progress: None,
) -> list[ClaimReport]:  # fmt: skip
    """The reports of the claims of a file of any size, sorted by claim; None is standard input.

    Raises InputTableError for the reasons of `score_claims`, and if the file can't be read.
    """
    _check(columns, prior)
    others = (columns.claim, columns.source, columns.date)
    table = tables.open_input(path, options, tuple(name for name in others if name is not None))
    articles = list[ClaimedArticle]()
    for block in in_order(partial(_read, scorer, columns), table.reader.blocks(), n_jobs):
        articles += block
        progress(tables.Progress(len(articles), table.source.read, table.source.size))
    return _reports(articles, columns, pooling, prior)


def _prepared(
    n_jobs: int = 1, model: str | Path | Scorer | None = None
) -> tuple[int, Scorer, PoolingModel]:
    return n_jobs, *loaded(model)


def _check(columns: ClaimColumns, prior: float) -> None:
    prior_log_odds(prior)
    if columns.claim in COLUMNS:
        raise InputTableError(
            f"the column of claims is called {columns.claim!r}, and the table of claims has such "
            "a column already. Rename it."
        )


def _read(scorer: Scorer, columns: ClaimColumns, block: tables.Block) -> list[ClaimedArticle]:
    rows = tables.rows_of(block)
    texts = rows.column(columns.text)
    for number in rows.errors:
        texts[number] = None
    names = (columns.claim, columns.title, columns.source, columns.date)
    claims, *others = ([None] * len(texts) if name is None else rows.column(name) for name in names)
    articles = list(map(Article, texts, *others))
    return list(zip(claims, read_articles(scorer, articles), strict=True))


def _reports(
    rows: Sequence[ClaimedArticle], columns: ClaimColumns, model: PoolingModel, prior: float
) -> list[ClaimReport]:
    """The reports by claim or by story (the largest first), then that of articles without one."""
    articles, is_story = [article for _, article in rows], columns.claim is None
    keys = [_folded(name) for name, _ in rows]
    if is_story:
        titles = [each.title for each in articles]
        keys = group_articles([each.text for each in articles], titles).tolist()
    claims: dict[Any, list[ReadArticle]] = defaultdict(list)
    for key, article in zip(keys, articles, strict=True):
        claims[key].append(article)
    others = claims.pop(NO_GROUP if is_story else "", None)
    reports = []
    for key, members in sorted(claims.items(), key=itemgetter(0)):
        name = min(members, key=lambda each: each.order).heading if is_story else key
        reports.append(pool_articles(members, model, prior, name))
    if others:
        reports.append(pool_articles(others, model, prior, is_one_claim=False))
    return reports


def _folded(name: Any) -> str:
    """The name of a claim in one form: composed accents, one space between words.

    A table turns whole numbers into floats if a cell of the column is empty. They are turned back.

    >>> _folded(" The ferry  sank"), _folded(7.0), _folded(b"The ferry sank")
    ('The ferry sank', '7', 'The ferry sank')
    """
    if isinstance(name, bytes):
        name = name.decode("utf-8", "replace")
    elif isinstance(name, float) and name.is_integer():
        name = int(name)
    text = "" if given(name) is None else whole(str(name))
    return " ".join(normalize("NFC", text).split())


def claim_table(reports: Iterable[ClaimReport], claim: str) -> "pd.DataFrame":
    """One row for each report, with columns COLUMNS and, for the claim, the name `claim`.

    A claim without a scored article has the score nan. Several caveats, reasons or articles are
    joined into one cell, as in a sentence.
    """
    import pandas as pd

    return pd.DataFrame(map(_row, reports), columns=[claim, *COLUMNS])


def _row(report: ClaimReport) -> tuple[Any, ...]:
    scored = report.reports > 0
    dates = {event.kind: event.date for event in report.events}
    weightiest = [report.members[at] for at in report.weightiest]
    return (
        report.claim or "",
        report.verdict,
        *((report.score, *report.interval) if scored else [float("nan")] * 3),
        report.reliable, ", ".join(report.caveats),
        report.articles, report.reports, report.repeats, report.copies, report.left_out,
        report.failed, report.relays, report.disputed, report.debunks,
        *(dates.get(kind, "") for kind in EVENT_KINDS),
        report.citations.summary if scored else "",
        "; ".join(f"{item.source}: {item.heading}" if item.source else item.heading
                  for item in weightiest),
        " ".join(reason.text for reason in report.reasons[:MOST_REASONS]),
    )  # fmt: skip
