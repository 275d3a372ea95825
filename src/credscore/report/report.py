"""The report of one text: its score, and everything that the score rests on."""

import json
from dataclasses import dataclass, field
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, computed_field, model_validator

from credscore.errors import InputValueError
from credscore.evidence import Evidence, legend
from credscore.features import label_of
from credscore.report.json_objects import AsObject
from credscore.report.judgement import Score
from credscore.report.reasons import reasons_of, tells_absence
from credscore.report.records import Claim, Contribution, Profile, Reason, Stance
from credscore.report.verdict import (
    OF_THE_DENIED,
    score_sentence,
    sentence_for,
    summary,
    unstated,
    verdict_of,
)
from credscore.report.what_if import WhatIf
from credscore.signals import require_texts
from credscore.text import read_part

SCHEMA_VERSION = 1
_VERDICT = "What the score comes to in a few words: by stance and score at an even prior."


@dataclass(slots=True)
class Origin:
    """What a report was made from. It is no part of its data, of its JSON or of equality."""

    text: str | None = field(default=None, compare=False, repr=False)
    title: str | None = field(default=None, compare=False, repr=False)
    scorer: Any = field(default=None, compare=False, repr=False)


class Report(BaseModel):
    """The score of one text and everything that it rests on.

    `log_odds == base_log_odds + sum(c.log_odds for c in contributions)` to 1e-9, `score` its expit.
    `interval` holds, for nine texts of ten, the score under one more training corpus.
    `flagged_false`: of texts that score as little or less at this prior, the share of false claims.
    `claim`: the sentence or title that states what the text relays; None if it can't be told.
    `verdict` stands first, so that no number leads where the score is not reliable. `reasons` are
    computed where they are asked for, in JSON too.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    verdict: str = Field(description=_VERDICT)
    claim: Annotated[Claim, AsObject()] | None = None
    stance: Stance
    reliable: bool
    caveats: tuple[str, ...]
    score: float
    interval: tuple[float, float]
    prior: float
    log_odds: float
    base_log_odds: float
    contributions: tuple[Annotated[Contribution, AsObject()], ...]
    evidence: tuple[Annotated[Evidence, AsObject()], ...]
    profile: Annotated[Profile, AsObject()]
    model_id: str
    flagged_false: float | None = None
    schema_version: int = SCHEMA_VERSION
    _origin: Origin = PrivateAttr(default_factory=Origin)

    @classmethod
    def of(
        cls, judged: Score, contributions: tuple[Contribution, ...],
        evidence: tuple[Evidence, ...], claim: Claim | None, origin: Origin,
    ) -> "Report":  # fmt: skip
        """A report of values that need no validation."""
        report = cls.model_construct(
            verdict=judged.verdict, claim=claim, **judged._asdict(), contributions=contributions,
            evidence=evidence, schema_version=SCHEMA_VERSION,
        )  # fmt: skip
        report._origin = origin
        return report

    @model_validator(mode="before")
    @classmethod
    def _without_computed(cls, data: Any) -> Any:
        """The JSON of a report without verdict and reasons, which are computed again."""
        if isinstance(data, dict):
            stated = {name: value for name, value in data.items() if name not in _COMPUTED}
            return stated | {"verdict": ""}
        return data

    @model_validator(mode="after")
    def _with_verdict(self) -> Self:
        self.__dict__["verdict"] = verdict_of(
            self.stance, self.caveats, self.log_odds, self.prior, self.profile
        )
        return self

    @computed_field(repr=False)  # type: ignore[prop-decorator]
    @property
    def reasons(self) -> tuple[Annotated[Reason, AsObject()], ...]:
        """Why the score is as it is: plain sentences with their evidence, the weightiest first.

        Where the score is not reliable, only those that tell what was found.
        """
        profile = self.profile
        reasons = reasons_of(
            self.contributions, self.evidence, profile.by_pronoun, profile.by_document
        )
        if self.reliable:
            return reasons
        return tuple(reason for reason in reasons if reason.evidence and not tells_absence(reason))

    def summary(self) -> str:
        """A few plain sentences: the verdict, the score, the reasons.

        >>> import credscore
        >>> print(credscore.score("He allegedly fled.").summary().split("; ")[0])
        No score: the text has fewer than 50 words
        """
        sentence = score_sentence(
            self.score, self.interval, self.prior, has_claim=self.claim is not None
        )
        if self.claim and self.claim.denied:
            sentence = f"{sentence} {OF_THE_DENIED}"
        return summary(self.verdict, sentence, self.reasons, self.caveats)

    def what_if(self) -> WhatIf | None:
        """What would change the score; None for a report that was read from JSON.

        >>> import credscore
        >>> answer = credscore.score("He allegedly fled.").what_if()
        >>> "hedges" in answer.signals
        True
        """
        text, title, scorer = self._origin.text, self._origin.title, self._origin.scorer
        return None if text is None else scorer.what_if(text, title, self.prior)

    def to_html(self, text: str | None = None, title: str | None = None) -> str:
        """One HTML file that shows all of the report and needs nothing else, also offline.

        Of a text that is too long to be read whole it shows what was read.
        A report that was read from JSON needs its text and title. Raises InputError if these
        are no strings, InputValueError if there is no text, or the evidence does not stand in it.

        >>> import credscore
        >>> credscore.score("He allegedly fled.").to_html().startswith("<!doctype html>")
        True
        """
        from credscore import page

        return page.standalone(self.page_content(text, title), self.summary())

    def _repr_html_(self) -> str:
        """The report in a notebook: a frame of its own, so that it can't touch the notebook."""
        from credscore import page

        if self._origin.text is None:
            return page.paragraph(self.summary())
        return page.framed(self.to_html(), self.summary())

    def page_content(self, text: str | None = None, title: str | None = None) -> dict[str, Any]:
        """What the page shows, as JSON can hold it; parameters and errors as of `to_html`.

        >>> import credscore
        >>> credscore.score("He allegedly fled.").page_content()["report"]["stance"]
        'relays'
        """
        if text is None:
            text, title = self._origin.text, self._origin.title
        if text is None:
            raise InputValueError(
                "A report read from JSON has no text. Give it: report.to_html(text, title)."
            )
        require_texts(text, title)
        for item in self.evidence:
            quote = ((title or "") if item.in_title else text)[item.start : item.end]
            if quote != item.quote:
                raise InputValueError(
                    f"This is not the text of the report: it has {quote!r} where the report has "
                    f"{item.quote!r}. Give the text and title that were scored."
                )
        what_if = self.what_if()
        text, title = read_part(text, title)
        return {
            "summary": self.summary(),
            "report": json.loads(self.model_dump_json()),
            "text": text,
            "title": title,
            "sentence": sentence_for(self.score, self.interval, has_claim=self.claim is not None),
            "caveats": unstated(self.caveats),
            "what_if": what_if and what_if.as_json(),
            "signals": legend(),
            "features": {
                contribution.feature: label_of(contribution.feature)
                for contribution in self.contributions
            },
        }

    def to_jsonld(self, url: str | None = None) -> dict[str, Any]:
        """The report as linked data: schema.org, Web Annotation, W3C Credible Web signals.

        `url` is the address of the text, if it has one; docs/how-to/page.md describes the mapping.

        >>> import credscore
        >>> graph = credscore.score("He allegedly fled.").to_jsonld("https://example.org/a")
        >>> graph["@graph"][0]["@id"]
        'https://example.org/a'
        """
        from credscore.report import linked_data

        return linked_data.graph(json.loads(self.model_dump_json()), self.summary(), url)


_COMPUTED = frozenset(Report.model_computed_fields)
REPORT_FIELDS = (*Report.model_fields, *Report.model_computed_fields)
"""The names in the JSON of a report."""
