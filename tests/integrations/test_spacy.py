"""The pipe on a blank pipeline: the same report, spans where the evidence is, docs that travel."""

import pytest

import credscore

spacy = pytest.importorskip("spacy", reason="needs the extra spacy")

TEXT = "Insiders claim that the minister allegedly fled. The ministry denied the reports."


@pytest.fixture
def nlp():  # type: ignore[no-untyped-def]
    made = spacy.blank("en")
    made.add_pipe("credscore")
    return made


def test_the_report_is_the_scorers(nlp) -> None:  # type: ignore[no-untyped-def]
    assert nlp(TEXT)._.credscore == credscore.score(TEXT)
    assert spacy.blank("en")(TEXT)._.credscore is None


def test_spans_cover_the_evidence(nlp) -> None:  # type: ignore[no-untyped-def]
    doc = nlp(TEXT)
    evidence = doc._.credscore.evidence
    spans = doc.spans["credscore"]
    assert [span.label_ for span in spans] == [item.signal for item in evidence]
    for span, item in zip(spans, evidence, strict=True):
        assert span.start_char <= item.start < item.end <= span.end_char
        assert item.quote in span.text
        assert any(
            (s.start, s.end, s.label_) == (span.start, span.end, item.kind)
            for s in doc.spans[f"credscore_{item.signal}"]
        )


def test_displacy_shows_the_evidence(nlp) -> None:  # type: ignore[no-untyped-def]
    html = spacy.displacy.render(
        nlp(TEXT), style="span", options={"spans_key": "credscore"}, jupyter=False
    )
    assert "anonymous_sources" in html
    assert "Insiders" in html


def test_a_title_is_read(nlp) -> None:  # type: ignore[no-untyped-def]
    doc = nlp.make_doc(TEXT)
    doc._.credscore_title = "Minister reportedly gone"
    assert nlp(doc)._.credscore == credscore.score(TEXT, "Minister reportedly gone")


def test_docs_travel(nlp) -> None:  # type: ignore[no-untyped-def]
    doc = nlp(TEXT)
    again = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.credscore == doc._.credscore
    assert [s.text for s in again.spans["credscore"]] == [s.text for s in doc.spans["credscore"]]


def test_joined_docs_keep_the_reports_of_their_parts(nlp) -> None:  # type: ignore[no-untyped-def]
    texts = [TEXT, "", "She denied it. "]
    parts = [nlp(text) for text in texts]
    joined = spacy.tokens.Doc.from_docs(parts)  # without a warning, which would be an error
    assert joined._.credscore is None
    first = joined[: len(parts[0])]
    assert first._.credscore == credscore.score(TEXT)
    assert joined[len(first) :]._.credscore == credscore.score("She denied it. ")
    assert joined[1:3]._.credscore is None
    assert len(joined.spans["credscore"]) == sum(len(part.spans["credscore"]) for part in parts)
    assert spacy.tokens.Doc.from_docs(parts[:1])._.credscore == credscore.score(TEXT)


def test_pipe_options_and_odd_texts(tmp_path) -> None:  # type: ignore[no-untyped-def]
    nlp = spacy.blank("en")
    nlp.add_pipe("credscore", config={"prior": 0.2})
    reports = [doc._.credscore for doc in nlp.pipe([TEXT, "", "  \n", "\U0001f600 " * 50])]
    assert reports[0] == credscore.score(TEXT, prior=0.2)
    assert "too_short" in reports[1].caveats
    with pytest.raises(credscore.ModelFileError):
        spacy.blank("en").add_pipe("credscore", config={"model": str(tmp_path)})
