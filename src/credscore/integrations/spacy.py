"""spaCy: the pipe `credscore` puts a report on every doc and its evidence into span groups.

>>> import spacy
>>> nlp = spacy.blank("en")
>>> pipe = nlp.add_pipe("credscore")
>>> doc = nlp("Insiders claim that the minister allegedly fled.")
>>> doc._.credscore.stance, [(span.text, span.label_) for span in doc.spans["credscore"]]
('relays', [('Insiders', 'anonymous_sources'), ('claim', 'hedges'), ('allegedly', 'hedges')])
"""

from pathlib import Path

from credscore.errors import needs
from credscore.report import Report
from credscore.scorer import Scorer

with needs("spacy"):
    from spacy.language import Language
    from spacy.tokens import Doc, Span

GROUP = "credscore"


def _place(span: Doc | Span) -> tuple[str, str, int, int]:
    """The key of a report: that of a span, so that Doc.from_docs copies it."""
    whole = span[:]
    return "._.", "credscore_report", whole.start_char, whole.end_char


def _report(span: Doc | Span) -> Report | None:
    """The report of a doc; it is stored as JSON, so that docs can be saved and sent."""
    stored = span.doc.user_data.get(_place(span))
    return Report.model_validate_json(stored) if stored is not None else None


Doc.set_extension("credscore", getter=_report, force=True)
Span.set_extension("credscore", getter=_report, force=True)
Doc.set_extension("credscore_title", default=None, force=True)


class CredscorePipe:
    """Sets doc._.credscore (a Report) and the span groups of the evidence.

    doc.spans["credscore"] holds all evidence of the text, labelled by signal.
    doc.spans["credscore_SIGNAL"] holds that of one signal, labelled by kind. A span covers all
    tokens that the evidence touches; the report has the exact offsets. Set doc._.credscore_title
    before the pipe runs to give the headline.

    Docs joined by Doc.from_docs have no report as a whole. The span that was a doc has the report
    of that doc as span._.credscore, with offsets in the text of the span.
    """

    def __init__(self, scorer: Scorer, prior: float) -> None:
        self._scorer, self._prior = scorer, prior

    def __call__(self, doc: Doc) -> Doc:
        """Score one doc, in place."""
        report = self._scorer.score(doc.text, doc._.credscore_title, self._prior)
        doc.user_data[_place(doc)] = report.model_dump_json()
        groups: dict[str, list[object]] = {GROUP: []}
        for item in report.evidence:
            if item.in_title:
                continue
            for group, label in ((GROUP, item.signal), (f"{GROUP}_{item.signal}", item.kind)):
                span = doc.char_span(item.start, item.end, label, alignment_mode="expand")
                groups.setdefault(group, []).append(span)
        for group, spans in groups.items():
            doc.spans[group] = spans
        return doc


@Language.factory(  # type: ignore[untyped-decorator]
    "credscore",
    assigns=["doc._.credscore", "doc.spans"],
    default_config={"model": None, "prior": 0.5},
)
def create_pipe(nlp: Language, name: str, model: str | None, prior: float) -> CredscorePipe:
    """The pipe, with the shipped model or that of the folder `model`, and the base rate `prior`.

    Raises ModelFileError if the model is missing, damaged or altered.
    """
    return CredscorePipe(Scorer.load(Path(model) if model else None), prior)
