"""The filter on LangChain's own documents, in a chain behind a retriever."""

import asyncio
import pickle

import pytest

import credscore

pytest.importorskip("langchain_core", reason="needs the extra langchain")
from langchain_core.documents import Document
from langchain_core.embeddings import DeterministicFakeEmbedding
from langchain_core.runnables import RunnableLambda
from langchain_core.vectorstores import InMemoryVectorStore

from credscore.integrations.langchain import CredibilityFilter
from tests.integrations.passages import ARTICLES, DEBUNK, RUMOUR, SHORT, SOUND

FOUND = [Document(text, metadata={"source": name}) for name, text in ARTICLES.items()]


def kept(chosen: CredibilityFilter) -> list[str]:
    return [one.page_content for one in chosen.compress_documents(FOUND, "harbour")]


def test_documents_are_annotated_and_stay_as_they_are() -> None:
    documents = CredibilityFilter(prior=0.3).compress_documents(FOUND, "harbour")
    assert [one.page_content for one in documents] == list(ARTICLES.values())
    for document, given in zip(documents, FOUND, strict=True):
        report = credscore.score(given.page_content, prior=0.3)
        assert document.metadata == {
            "source": given.metadata["source"],
            "credscore_score": report.score,
            "credscore_low": report.interval[0],
            "credscore_high": report.interval[1],
            "credscore_stance": report.stance,
            "credscore_reliable": report.reliable,
            "credscore_verdict": report.verdict,
            "credscore_reasons": [reason.text for reason in report.reasons],
        }
        assert list(given.metadata) == ["source"]


def test_low_scores_are_left_out() -> None:
    assert kept(CredibilityFilter(least_score=0.5)) == [SOUND, DEBUNK, SHORT]
    assert kept(CredibilityFilter(least_score=0.5, keep_debunks=False)) == [SOUND, SHORT]
    strict = CredibilityFilter(least_score=0.5, keep_debunks=False, keep_unreliable=False)
    assert kept(strict) == [SOUND]
    assert RUMOUR in kept(CredibilityFilter(least_score=0.0))


def test_a_title_of_the_metadata_is_read() -> None:
    title = "Minister reportedly gone"
    for value, expected in ((title, title), (7, None)):
        document = Document(RUMOUR, metadata={"headline": value})
        chosen = CredibilityFilter(title_key="headline")
        (judged,) = chosen.compress_documents([document], "")
        assert judged.metadata["credscore_score"] == credscore.score(RUMOUR, expected).score


def test_a_chain_behind_a_retriever() -> None:
    store = InMemoryVectorStore.from_documents(FOUND, DeterministicFakeEmbedding(size=8))
    chosen = CredibilityFilter(least_score=0.5, keep_unreliable=False)
    chain = store.as_retriever(search_kwargs={"k": 4}) | RunnableLambda(
        lambda found: chosen.compress_documents(found, "")
    )
    expected = {SOUND, DEBUNK}
    assert {one.page_content for one in chain.invoke("harbour")} == expected
    found = asyncio.run(chosen.acompress_documents(FOUND, "harbour"))
    assert {one.page_content for one in found} == expected
    assert kept(pickle.loads(pickle.dumps(chosen))) == [SOUND, DEBUNK]


def test_impossible_settings_are_refused(tmp_path) -> None:  # type: ignore[no-untyped-def]
    for options in ({"prior": 1.0}, {"least_score": 2}, {"prior": "x"}):
        with pytest.raises(ValueError, match=next(iter(options))):
            CredibilityFilter(**options)
    with pytest.raises(credscore.ModelFileError):
        CredibilityFilter(model=tmp_path).compress_documents(FOUND, "")
